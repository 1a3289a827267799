import { describe, expect, test } from '@jest/globals';
import { measuredBy } from '@/lib/calibration/score';
import { estimate, estimatesOf } from '@/lib/calibration/estimate';
import { tallyOf, flattenTallies, sumTallies } from '@/lib/calibration/tally';
import { percentileBootstrap } from '@/lib/agreement/percentile-bootstrap';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const tally = (mine: string[], consensus: string[]) =>
  tallyOf(
    aComparedLayer('a', ...mine).annotations,
    aComparedLayer('c', ...consensus).annotations,
    100,
  );

const right = tally(['x 0-10'], ['x 0-10']);
const half = tally(['x 0-10', 'y 50-60'], ['x 5-15', 'y 50-60']);
const silent = tally([], []);

describe('estimatesOf', () => {
  test('pools sums, and counts the articles of each label', () => {
    const { all, labels } = estimatesOf([right, half, silent]);
    expect(all).toMatchObject({ articles: 3, mine: 3, consensus: 3, f1Characters: 50 / 60 });
    expect(labels).toMatchObject([
      { label: 'x', articles: 2, f1Characters: 0.75, f1Overlap: 1, f1Exact: 0.5 },
      { label: 'y', articles: 1, f1Characters: 1 },
    ]);
    expect(estimate.parse(all)).toEqual(all);
  });

  test('fewer than ten articles have no interval, and neither has a label in fewer', () => {
    expect(estimatesOf([right]).all).toMatchObject({
      intervals: { f1Characters: null, alpha: null },
      intervalReason: 'too few articles for an interval: 1, and it needs 10',
    });
    const { all, labels } = estimatesOf([half, ...Array.from({ length: 11 }, () => right)]);
    expect(all.intervalReason).toBeNull();
    expect(labels.map(({ intervalReason }) => intervalReason)).toEqual([
      null,
      'too few articles for an interval: 1, and it needs 10',
    ]);
  });

  test('intervals are those of the percentile bootstrap over articles', () => {
    const tallies = Array.from({ length: 12 }, (_, at) =>
      tally([`x 0-${10 + at}`], [`x ${at}-${20 + (at % 3)}`]),
    );
    const flat = flattenTallies(tallies);
    const { interval } = percentileBootstrap(
      12,
      (chosen) => {
        const counts = new Int32Array(12);
        for (const at of Array.from(chosen)) counts[at] = (counts[at] ?? 0) + 1;
        return { value: measuredBy(sumTallies(flat, counts), [0]).f1Characters };
      },
      { replicates: 200, seed: 7 },
    );
    const { all } = estimatesOf(tallies, { replicates: 200, seed: 7 });
    expect(all.intervals.f1Characters).toEqual({ low: interval?.low, high: interval?.high });
    expect(all.intervals.f1Characters?.low).toBeLessThan(all.f1Characters);
    expect(all.intervals.f1Characters?.high).toBeGreaterThan(all.f1Characters);
  });

  test('of nothing nothing is known', () => {
    expect(estimatesOf([])).toMatchObject({ all: { articles: 0, mine: 0 }, labels: [] });
    const nobody = estimatesOf(Array.from({ length: 10 }, () => silent)).all;
    expect(nobody.intervals.f1Characters).toBeNull();
  });
});
