import { expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { percentAgreement } from '@/lib/agreement/coding/percent-agreement';

it('weighs items alike, however many coded them', () => {
  const table = codingTable([
    ['a', 'a', 'a'],
    ['a', 'b', null],
    ['a', null, null],
  ]);
  expect(percentAgreement(table).value).toBe(0.5);
});

it('needs an item that two coded', () => {
  expect(
    percentAgreement(
      codingTable([
        ['a', null],
        [null, 'a'],
      ]),
    ),
  ).toEqual({
    value: null,
    reason: 'no item was coded by two coders',
  });
});
