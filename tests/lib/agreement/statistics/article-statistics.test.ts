import { expect, test } from '@jest/globals';
import { divisionOf, pairsOf } from '@/lib/agreement/statistics/article-statistics';

test('pairs are counted in the order of their first, then their second', () => {
  expect(pairsOf(3)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  expect(pairsOf(1)).toEqual([]);
});

test.each([
  [[0, 0, 0], [0, 1, 2], 0],
  [[0, 1, -1], [0, 1, 2], 1],
  [[0, 0, -1, -1], [0, 1, 2, 3], 4 / 6],
  [[0, 0, -1, -1], [0, 1], 0],
  [[0, 1], [0], 0],
])('stands %p of the chosen %p are divided by %d', (versions, chosen, division) => {
  expect(divisionOf({ start: 0, end: 1, versions }, chosen)).toBeCloseTo(division, 12);
});
