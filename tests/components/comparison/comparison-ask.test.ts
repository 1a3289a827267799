import { describe, expect, test } from '@jest/globals';
import type { ComparisonAsk } from '@/components/comparison/comparison-ask';
import {
  comparisonAskOf,
  comparisonSearch,
  usualAsk,
} from '@/components/comparison/comparison-ask';

const read = (search: string) => comparisonAskOf(Object.fromEntries(new URLSearchParams(search)));

describe('the address', () => {
  const asks: [string, Partial<ComparisonAsk>, string][] = [
    ['says nothing of what is usual', {}, ''],
    ['names the place', { unit: 'u-1' }, '?unit=u-1'],
    ['names a stretch whose place is wanted', { at: { start: 3, end: 12 } }, '?at=3-12'],
    ['names the readings', { layers: ['a', 'b'] }, '?layers=a,b'],
    ['tells no readings from every one', { layers: [] }, '?layers=none'],
    ['names hidden labels', { hide: ['x', 'y'] }, '?hide=x,y'],
    [
      'names the filters',
      { kind: 'same', label: 'x', pair: ['a', 'b'], order: 'pairs', heat: 'conflict' },
      '?heat=conflict&kind=same&label=x&pair=a,b&order=pairs',
    ],
    ['names a cell', { cell: { row: 'x', column: 'y' } }, '?row=x&column=y'],
    [
      'names a cell of nobody',
      { cell: { row: 'x', column: null }, view: 'matrix' },
      '?row=x&view=matrix',
    ],
  ];
  test.each(asks)('%s', (_, change, search) => {
    const ask = { ...usualAsk, ...change };
    expect(comparisonSearch(ask)).toBe(search);
    expect(read(search)).toEqual(ask);
  });

  const faults: [string, Parameters<typeof comparisonAskOf>[0]][] = [
    ['a kind that is none', { kind: 'sorry' }],
    ['a stretch without an end', { at: '3-' }],
    ['a pair of one', { pair: 'a' }],
    ['a pair of three', { pair: 'a,b,c' }],
    ['something twice', { unit: ['a', 'b'] }],
    ['a column without a row', { column: 'x' }],
    ['heat of another sort', { heat: 'red' }],
  ];
  test.each(faults)('is not led astray by %s', (_, asked) =>
    expect(comparisonAskOf(asked)).toEqual(usualAsk),
  );
});
