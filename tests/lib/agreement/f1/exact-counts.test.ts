import { expect, it } from '@jest/globals';
import { exactCounts } from '@/lib/agreement/f1/exact-counts';
import type { Labelling } from '@/lib/agreement/f1/annotated-span';
import { spans } from '../../../builders/spans';

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
