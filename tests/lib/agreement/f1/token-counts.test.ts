import { expect, it } from '@jest/globals';
import { inTokens, tokenCounts } from '@/lib/agreement/f1/token-counts';
import { spans } from '../../../builders/spans';

const tokens = [
  [0, 4],
  [5, 10],
  [11, 14],
] as const;

it.each<[string, number[][]]>([
  ['0-4', [[0, 1]]],
  ['3-6', [[0, 2]]],
  ['4-5', []],
  ['10-12', [[2, 3]]],
  ['0-99', [[0, 3]]],
  ['6-6', []],
])('%s in tokens', (text, expected) => {
  expect(inTokens(spans(text), tokens).map(({ begin, end }) => [begin, end])).toEqual(expected);
});

it('counts a token that a span meets in part, once for each label', () => {
  const counts = tokenCounts(spans('2-6 x, 2-3 x, 12-13 y'), spans('0-1 x'), tokens, 'by label');
  expect(counts).toEqual({ foundA: 1, ofA: 3, foundB: 1, ofB: 1 });
});
