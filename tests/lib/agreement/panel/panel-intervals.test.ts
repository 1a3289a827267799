import { describe, expect, it } from '@jest/globals';
import { sumVectors, vectorsOf } from '@/lib/agreement/panel/document-vectors';
import {
  panelFigures,
  panelIntervals,
  differenceIntervals,
} from '@/lib/agreement/panel/panel-intervals';
import { pooledUAlpha } from '@/lib/agreement/panel/sum-figures';
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

  it('are not given for few articles', () => {
    const few = vectorsOf(selectedFrom(...articles.slice(0, 9)));
    expect(
      panelIntervals(few, null).every(
        ({ interval, reason }) => interval === null && /too few articles/.test(reason ?? ''),
      ),
    ).toBe(true);
  });
});

const at = (wide: (article: number) => number, label: (article: number) => string) =>
  vectorsOf(
    selectedFrom(
      ...Array.from({ length: 12 }, (_, article) => ({
        ada: [`x 0-${wide(article)}`, 'y 50-60'],
        ben: ['x 0-10', `${label(article)} 50-60`],
      })),
    ),
  );
const before = at(
  (article) => 11 + article,
  (article) => (article % 3 === 0 ? 'x' : 'y'),
);
// Another label comes first, so that the places of labels differ between the moments.
const after = at(
  (article) => (article === 0 ? 30 : 10),
  (article) => (article === 0 ? 'a' : 'y'),
);

it('is the plain bootstrap of the difference, with the same articles at both moments', async () => {
  const { figures, labels } = await differenceIntervals(before, after, {
    replicates: 200,
    seed: 5,
  });
  const countedOf = ({ labels: all }: typeof before) => all.map((_, place) => place).slice(1);
  const plain = percentileBootstrap(
    12,
    (chosen) => {
      const counts = new Int32Array(12);
      for (const place of Array.from(chosen)) counts[place] = (counts[place] ?? 0) + 1;
      const then = pooledUAlpha(sumVectors(before, counts), countedOf(before)).value ?? 0;
      const now = pooledUAlpha(sumVectors(after, counts), countedOf(after)).value ?? 0;
      return { value: now - then };
    },
    { replicates: 200, seed: 5 },
  );
  expect(figures).toHaveLength(4);
  expect(figures[0]?.interval?.low).toBeCloseTo(plain.interval?.low ?? 0, 12);
  expect(figures[0]?.interval?.high).toBeCloseTo(plain.interval?.high ?? 0, 12);
  expect([...labels.keys()].sort()).toEqual(['x', 'y']);
});

it('is nothing at all between moments that are the same', async () => {
  const { figures, labels } = await differenceIntervals(before, before, { replicates: 50 });
  for (const { interval } of [...figures, ...labels.values()])
    expect(interval).toMatchObject({ low: 0, high: 0, replicates: 50 });
});
