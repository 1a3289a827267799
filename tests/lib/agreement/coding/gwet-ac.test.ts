import { expect, it, describe } from '@jest/globals';
import { codingTable, closeness } from '@/lib/agreement/coding/coding-table';
import { gwetAc, gwetShares } from '@/lib/agreement/coding/gwet-ac';

const table = codingTable([
  [1, 3, 2],
  [1, 2, null],
  [2, null, null],
]);

it('takes agreement from pairs, shares from every item', () => {
  const { agreement, shares } = gwetShares(table);
  expect(agreement).toBeCloseTo((1 / 3 + 0) / 2, 12);
  expect([...shares].map((share) => Math.round(share * 18))).toEqual([4, 11, 3]);
});

it('gives credit to values near each other', () => {
  expect(gwetShares(table, closeness('linear', 3)).agreement).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12);
});

it('has no agreement where nobody can disagree', () => {
  expect(gwetShares(codingTable([['a', 'b']])).agreement).toBeNull();
});

const rare = [[...Array.from({ length: 19 }, () => 1), 2], Array.from({ length: 20 }, () => 1)];

describe('Gwet’s AC', () => {
  it('stays high where one value prevails', () => {
    const chance = 2 * 0.975 * 0.025;
    expect(gwetAc(codingTable(rare)).value).toBeCloseTo(1 - 0.05 / (1 - chance), 12);
  });

  it('falls with the values that a codebook has but nobody gave', () => {
    const [few, many] = [codingTable(rare), codingTable(rare, [1, 2, 3, 4])];
    expect(gwetAc(many).value).toBeGreaterThan(gwetAc(few).value ?? 1);
  });

  it('gives credit by rank', () => {
    const table = codingTable([
      [1, 2, 3, 3],
      [1, 2, 3, 2],
    ]);
    expect(gwetAc(table, 'quadratic').value).toBeGreaterThan(gwetAc(table).value ?? 1);
  });

  it.each<[string, (number | null)[][], string]>([
    ['nobody to compare', [[1, 2]], 'no item was coded by two coders'],
    [
      'one value',
      [
        [1, 1],
        [1, 1],
      ],
      'there is only one value',
    ],
  ])('is undefined with %s', (_, ratings, reason) => {
    expect(gwetAc(codingTable(ratings))).toEqual({ value: null, reason });
  });
});
