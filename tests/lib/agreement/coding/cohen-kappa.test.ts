import { describe, expect, it } from '@jest/globals';
import type { Weighting } from '@/lib/agreement/coding/closeness';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { cohenKappa } from '@/lib/agreement/coding/cohen-kappa';

const near = codingTable([
  [1, 2, 3, 1],
  [1, 2, 3, 2],
]);

describe('Cohen’s κ', () => {
  // By hand: marginals 2 1 1 and 1 2 1; misses by chance 11/16, by ranks 14/16, by their squares 20/16.
  it.each<[Weighting, number]>([
    ['plain', 1 - 1 / 4 / (11 / 16)],
    ['linear', 1 - 1 / 8 / (7 / 16)],
    ['quadratic', 1 - 1 / 16 / (5 / 16)],
  ])('%s', (weighting, value) => {
    expect(cohenKappa(near, weighting).value).toBeCloseTo(value, 12);
  });

  it.each<[string, (string | null)[][], string]>([
    ['one coder', [['a']], 'here is one'],
    [
      'no item in common',
      [
        ['a', null],
        [null, 'a'],
      ],
      'no item in common',
    ],
    [
      'one value',
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      'the same one value',
    ],
  ])('is undefined with %s', (_, ratings, reason) => {
    expect(cohenKappa(codingTable(ratings))).toMatchObject({
      value: null,
      reason: expect.stringContaining(reason),
    });
  });
});
