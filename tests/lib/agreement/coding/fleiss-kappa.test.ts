import { describe, expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { fleissKappa, fleissKappaGwet } from '@/lib/agreement/coding/fleiss-kappa';
import { scottPi } from '@/lib/agreement/coding/scott-pi';

const pair = codingTable([
  ['a', 'b', 'a', 'c'],
  ['a', 'b', 'b', 'c'],
]);
const gappy = codingTable([
  ['a', 'b', 'a'],
  ['a', 'b', null],
  ['b', 'b', 'a'],
]);

describe('Fleiss’ κ', () => {
  it('of two coders is π, and so is Gwet’s', () => {
    expect(fleissKappa(pair).value).toBeCloseTo(scottPi(pair).value ?? 0, 12);
    expect(fleissKappaGwet(pair).value).toBeCloseTo(scottPi(pair).value ?? 0, 12);
  });

  it('needs as many coders to each item; Gwet’s does not', () => {
    expect(fleissKappa(gappy).reason).toBe('not every item was coded by as many coders');
    expect(fleissKappaGwet(gappy).value).toBeCloseTo(
      1 - (1 - 7 / 9) / (1 - (5 / 9) ** 2 - (4 / 9) ** 2),
      12,
    );
  });

  it.each<[string, string[][], string]>([
    ['no item', [[], []], 'no item'],
    ['one coder', [['a', 'b']], 'no item was coded by two'],
    [
      'one value',
      [
        ['a', 'a', 'a'],
        ['a', 'a', 'a'],
        ['a', 'a', 'a'],
      ],
      'only one value',
    ],
  ])('is undefined with %s', (_, ratings, reason) => {
    for (const figure of [fleissKappa, fleissKappaGwet])
      expect(figure(codingTable(ratings))).toMatchObject({
        value: null,
        reason: expect.stringContaining(reason),
      });
  });
});
