import { expect, it } from '@jest/globals';
import { f1Of, noCounts, sumCounts } from '@/lib/agreement/f1/span-counts';

it.each([
  ['neither side has any', [0, 0, 0, 0], [1, 1, 1]],
  ['only A has some', [0, 3, 0, 0], [0, 0, 0]],
  ['only B has some', [0, 0, 0, 3], [0, 0, 0]],
  ['nothing was found', [0, 2, 0, 3], [0, 0, 0]],
  ['some was found', [1, 2, 1, 4], [1 / 2, 1 / 4, 1 / 3]],
] as const)('where %s', (_, [foundA, ofA, foundB, ofB], [precision, recall, f1]) => {
  const scores = f1Of({ foundA, ofA, foundB, ofB });
  expect(scores.precision).toBe(precision);
  expect(scores.recall).toBe(recall);
  expect(scores.f1).toBeCloseTo(f1, 12);
});

it('adds up', () => {
  const one = { foundA: 1, ofA: 2, foundB: 3, ofB: 4 };
  expect(sumCounts([one, one])).toEqual({ foundA: 2, ofA: 4, foundB: 6, ofB: 8 });
  expect(sumCounts([])).toEqual(noCounts);
});
