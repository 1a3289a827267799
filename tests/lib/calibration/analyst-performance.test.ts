import { expect, test } from '@jest/globals';
import { analystPerformanceOf, performanceQuery } from '@/lib/calibration/analyst-performance';
import { tallyOf } from '@/lib/calibration/tally';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const layer = (at: string, words: string) => ({
  at,
  tally: tallyOf(
    aComparedLayer('a', words).annotations,
    aComparedLayer('c', 'x 0-10').annotations,
    100,
  ),
});

test('pools layers: all, by label, and by the month in which they were submitted', () => {
  const performance = analystPerformanceOf([
    layer('2026-02-28T23:59:59.000Z', 'x 0-10'),
    layer('2025-12-01T00:00:00.000Z', 'x 5-15'),
    layer('2026-02-01T00:00:00.000Z', 'y 0-10'),
  ]);
  expect(performance.all).toMatchObject({ articles: 3, f1Characters: 0.5 });
  expect(performance.labels.map(({ label, articles }) => [label, articles])).toEqual([
    ['x', 3],
    ['y', 1],
  ]);
  expect(performance.months).toMatchObject([
    { month: '2025-12', articles: 1, f1Characters: 0.5 },
    { month: '2026-02', articles: 2, f1Characters: 0.5 },
  ]);
  expect(analystPerformanceOf([])).toMatchObject({ all: { articles: 0 }, labels: [], months: [] });
});

test.each([
  [{}, true],
  [{ user: 'me' }, false],
])('a query of %j holds: %s', (query, holds) => {
  expect(performanceQuery.safeParse(query).success).toBe(holds);
});
