import { expect, it } from '@jest/globals';
import type { Labelling } from '@/lib/agreement/f1/annotated-span';
import { overlapCounts } from '@/lib/agreement/f1/overlap-counts';
import { spans } from '../../../builders/spans';

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
