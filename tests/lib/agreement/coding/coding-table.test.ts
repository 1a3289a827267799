import type { Weighting } from '@/lib/agreement/coding/coding-table';
import { describe, expect, it } from '@jest/globals';
import {
  codingTable,
  compareValues,
  withCoders,
  withItems,
  eachItem,
  closeness,
} from '@/lib/agreement/coding/coding-table';

const table = codingTable([
  [3, null, 10],
  [10, 3, 2],
]);

describe('a coding table', () => {
  it('puts the values in order, items first', () => {
    expect(table.values).toEqual([2, 3, 10]);
    expect([...table.codes]).toEqual([1, 2, -1, 1, 2, 0]);
  });

  it('keeps the values that a codebook has, in its order', () => {
    const given = codingTable([['low', 'high']], ['low', 'middle', 'high']);
    expect(given.values).toEqual(['low', 'middle', 'high']);
    expect([...given.codes]).toEqual([0, 2]);
    expect(() => codingTable([['none']], ['low'])).toThrow(RangeError);
  });

  it('fills short rows with what is missing, and may be empty', () => {
    expect([...codingTable([['a'], ['a', 'b']]).codes]).toEqual([0, 0, -1, 1]);
    expect(codingTable([])).toMatchObject({ coders: 0, items: 0, values: [] });
  });

  it('can be had of some coders, and of some items', () => {
    expect([...withCoders(table, [1]).codes]).toEqual([2, 1, 0]);
    expect([...withItems(table, [2, 0, 2]).codes]).toEqual([2, 0, 1, 2, 2, 0]);
  });

  it('orders numbers by size and before words', () => {
    expect(['b', 10, 'a', 9].toSorted(compareValues)).toEqual([9, 10, 'a', 'b']);
  });
});

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

it.each<[Weighting, number[]]>([
  ['plain', [1, 0, 0]],
  ['linear', [1, 0.5, 0]],
  ['quadratic', [1, 0.75, 0]],
])('%s credit falls with the distance of ranks', (weighting, credits) => {
  const credit = closeness(weighting, 3);
  expect([credit(0, 0), credit(0, 1), credit(0, 2)]).toEqual(credits);
  expect(credit(2, 1)).toBe(credits[1]);
  expect(closeness(weighting, 1)(0, 0)).toBe(1);
});
