import { expect, test } from '@jest/globals';
import {
  divisionOf,
  pairsOf,
  aloneFields,
  disagreementFields,
  sharedFields,
  aloneAt,
  pairIndex,
  sharedAt,
  statisticsReader,
} from '@/lib/agreement/statistics/article-statistics';
import { someStatistics } from '@/tests/builders/some-statistics';

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
])('versions %p of the chosen %p have the division %d', (versions, chosen, division) => {
  expect(divisionOf({ start: 0, end: 1, versions }, chosen)).toBeCloseTo(division, 12);
});

test('fields and pairs have fixed indices', () => {
  expect(Object.keys(aloneAt)).toEqual([...aloneFields]);
  expect(aloneFields.map((field) => aloneAt[field])).toEqual([0, 1, 2, 3]);
  expect(Object.keys(sharedAt)).toEqual([...sharedFields]);
  expect(sharedFields.map((field) => sharedAt[field])).toEqual([0, 1, 2, 3]);
  for (const annotators of [2, 3, 6])
    expect(pairsOf(annotators).map(([one, other]) => pairIndex(one, other, annotators))).toEqual(
      pairsOf(annotators).map((_, at) => at),
    );
});

test('values are looked up by label, annotator and pair', () => {
  const read = statisticsReader(
    someStatistics({ ada: ['x 0-10', 'y 20-25'], ben: ['x 0-10'], cleo: ['x 5-10', 'x 50-53'] }),
  );
  expect([0, 1, 2].map((one) => read.alone(1, one, aloneAt.marked))).toEqual([10, 10, 8]);
  expect(read.alone(2, 0, aloneAt.squares)).toBe(25);
  expect(read.shared(1, 0, 1, sharedAt.exact)).toBe(1);
  expect(read.shared(1, 1, 2, sharedAt.together)).toBe(5);
  expect(read.disagreement(0, 1, disagreementFields.indexOf('same'))).toBe(1);
  expect(read.disagreement(0, 2, disagreementFields.indexOf('differing'))).toBe(3);
});
