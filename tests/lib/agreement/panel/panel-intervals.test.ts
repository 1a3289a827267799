import { describe, expect, it } from '@jest/globals';
import { sumVectors } from '@/lib/agreement/panel/document-vectors';
import { panelFigures, panelIntervals } from '@/lib/agreement/panel/panel-intervals';
import { pooledUAlpha } from '@/lib/agreement/panel/sum-figures';
import { vectorsOf } from '@/lib/agreement/panel/vectors-of';
import { percentileBootstrap } from '@/lib/agreement/percentile-bootstrap';
import { selectedFrom } from '@/tests/builders/some-statistics';

const articles = Array.from({ length: 12 }, (_, at) => ({
  ada: [`x 0-${10 + at}`, 'y 50-60'],
  ben: ['x 0-10', at % 3 === 0 ? 'x 50-60' : 'y 50-60'],
}));
const vectors = vectorsOf(selectedFrom(...articles));

describe('the intervals of a panel', () => {
  it('are those of the plain bootstrap of each figure', () => {
    const [pooled] = panelIntervals(vectors, null, { replicates: 200, seed: 5 });
    const plain = percentileBootstrap(
      12,
      (chosen) => {
        const counts = new Int32Array(12);
        for (const at of Array.from(chosen)) counts[at] = (counts[at] ?? 0) + 1;
        return pooledUAlpha(sumVectors(vectors, counts), [1, 2]);
      },
      { replicates: 200, seed: 5 },
    );
    expect(pooled?.interval?.low).toBeCloseTo(plain.interval?.low ?? 0, 12);
    expect(pooled?.interval?.high).toBeCloseTo(plain.interval?.high ?? 0, 12);
  });

  it('hold the figure between them, one for each of the panel’s', () => {
    const figures = panelFigures(sumVectors(vectors), null, vectors.labels.length);
    const intervals = panelIntervals(vectors, null);
    expect(intervals).toHaveLength(figures.length);
    for (const [at, { value }] of figures.entries()) {
      expect(intervals[at]?.interval?.low).toBeLessThanOrEqual(value ?? 0);
      expect(intervals[at]?.interval?.high).toBeGreaterThanOrEqual(value ?? 0);
    }
  });

  it('are not told of few articles', () => {
    const few = vectorsOf(selectedFrom(...articles.slice(0, 9)));
    expect(
      panelIntervals(few, null).every(
        ({ interval, reason }) => interval === null && /too few articles/.test(reason ?? ''),
      ),
    ).toBe(true);
  });
});
