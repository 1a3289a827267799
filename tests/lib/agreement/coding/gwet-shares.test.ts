import { expect, it } from '@jest/globals';
import { closeness } from '@/lib/agreement/coding/closeness';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { gwetShares } from '@/lib/agreement/coding/gwet-shares';

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
