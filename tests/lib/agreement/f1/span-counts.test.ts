import { expect, it } from '@jest/globals';
import {
  f1Of,
  noCounts,
  sumCounts,
  exactCounts,
  overlapCounts,
  partialCounts,
} from '@/lib/agreement/f1/span-counts';
import type { Labelling } from '@/lib/agreement/f1/annotated-span';
import { spans } from '../../../builders/spans';

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

it.each<[string, string, Labelling, number, number, number]>([
  ['0-5 x, 7-9 y', '7-9 y, 0-5 x', 'by label', 2, 2, 2],
  ['0-5 x', '0-5 y', 'by label', 0, 1, 1],
  ['0-5 x', '0-5 y', 'any label', 1, 1, 1],
  ['0-5 x, 0-5 x', '0-5 x', 'by label', 1, 2, 1],
  ['0-5, 0-5, 0-6', '0-5, 0-5, 0-4', 'any label', 2, 3, 3],
  ['', '0-5', 'any label', 0, 0, 1],
])('%s against %s, %s', (a, b, labelling, found, ofA, ofB) => {
  const counts = { foundA: found, ofA, foundB: found, ofB };
  expect(exactCounts(spans(a), spans(b), labelling)).toEqual(counts);
});

it.each<[string, string, Labelling, number[]]>([
  ['0-5 x', '4-9 x', 'by label', [1, 1, 1, 1]],
  ['0-5 x', '5-9 x', 'by label', [0, 1, 0, 1]],
  ['0-5 x', '4-9 y', 'by label', [0, 1, 0, 1]],
  ['0-5 x', '4-9 y', 'any label', [1, 1, 1, 1]],
  // One long span finds all.
  ['0-50', '1-2, 10-11, 49-60, 70-71', 'any label', [1, 1, 3, 4]],
  ['2-3, 0-20, 21-22', '0-1, 10-21', 'any label', [1, 3, 2, 2]],
  ['', '', 'any label', [0, 0, 0, 0]],
])('%s against %s, %s', (a, b, labelling, [foundA, ofA, foundB, ofB]) => {
  expect(overlapCounts(spans(a), spans(b), labelling)).toEqual({ foundA, ofA, foundB, ofB });
});

it.each<[string, string, Labelling, number[]]>([
  ['0-10 x', '5-25 x', 'by label', [0.5, 1, 0.25, 1]],
  ['0-10 x', '5-25 y', 'by label', [0, 1, 0, 1]],
  ['0-10 x', '5-25 y', 'any label', [0.5, 1, 0.25, 1]],
  // Those that overlap are one, those that touch are two.
  ['0-6, 4-10', '0-5, 5-10', 'any label', [1, 1, 2, 2]],
  ['0-10', '0-2, 3-5, 9-13', 'any label', [0.5, 1, 2.25, 3]],
])('%s against %s, %s', (a, b, labelling, [foundA, ofA, foundB, ofB]) => {
  expect(partialCounts(spans(a), spans(b), labelling)).toEqual({ foundA, ofA, foundB, ofB });
});
