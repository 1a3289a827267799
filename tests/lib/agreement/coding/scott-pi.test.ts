import { describe, expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { scottPi } from '@/lib/agreement/coding/scott-pi';

describe('Scott’s π', () => {
  it('is −1 where two always contradict each other', () => {
    expect(
      scottPi(
        codingTable([
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ).value,
    ).toBe(-1);
  });

  it.each<[string, (string | null)[][], string]>([
    ['three coders', [['a'], ['a'], ['b']], 'are 3'],
    [
      'no item in common',
      [
        ['a', null],
        [null, 'b'],
      ],
      'no item in common',
    ],
    [
      'one value',
      [
        ['a', 'a', null],
        ['a', 'a', 'b'],
      ],
      'only one value',
    ],
  ])('is undefined with %s', (_, ratings, reason) => {
    expect(scottPi(codingTable(ratings))).toMatchObject({
      value: null,
      reason: expect.stringContaining(reason),
    });
  });
});
