import { expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { eachItem } from '@/lib/agreement/coding/each-item';

it('counts the values of each item', () => {
  const seen: unknown[] = [];
  const table = codingTable([
    ['a', 'b', null],
    ['a', 'a', null],
    ['b', null, null],
  ]);
  eachItem(table, (counts, rated) => seen.push([...counts, rated]));
  expect(seen).toEqual([
    [2, 1, 3],
    [1, 1, 2],
    [0, 0, 0],
  ]);
});
