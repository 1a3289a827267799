import { expect, it } from '@jest/globals';
import type { Labelling } from '@/lib/agreement/f1/annotated-span';
import { partialCounts } from '@/lib/agreement/f1/partial-counts';
import { spans } from '../../../builders/spans';

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
