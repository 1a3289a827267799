import { expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { notAPair, pairTable } from '@/lib/agreement/coding/pair-table';

const table = codingTable([
  ['a', 'b', 'a', null],
  ['a', 'a', 'b', 'b'],
  ['b', 'b', null, 'b'],
]);

it('crosses two coders where both coded', () => {
  const { cells, items, first, second } = pairTable(table);
  expect([[...cells], items, [...first], [...second]]).toEqual([[1, 1, 1, 0], 3, [2, 1], [2, 1]]);
  expect([...pairTable(table, 1, 2).cells]).toEqual([0, 2, 0, 1]);
});

it('says what is wrong with one coder or three', () => {
  expect(notAPair(table)).toContain('are 3');
  expect(notAPair(codingTable([['a']]))).toContain('is one');
  expect(notAPair(codingTable([['a'], ['a']]))).toBeNull();
});
