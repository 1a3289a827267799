import { describe, expect, test } from '@jest/globals';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import {
  comparisonPageQueryOf,
  comparisonSearch,
  defaultComparisonPageQuery,
  annotationsAddress,
  annotationsQueryOf,
} from '@/components/workbench/comparison-page-query';

const read = (search: string) =>
  comparisonPageQueryOf(Object.fromEntries(new URLSearchParams(search)));

describe('the address', () => {
  const queries: [string, Partial<ComparisonPageQuery>, string][] = [
    ['leaves out defaults', {}, ''],
    ['names the unit', { unit: 'u-1' }, '?unit=u-1'],
    ['names a range whose unit is requested', { at: { start: 3, end: 12 } }, '?at=3-12'],
    ['names the layers', { layers: ['a', 'b'] }, '?layers=a,b'],
    ['distinguishes no layers from every one', { layers: [] }, '?layers=none'],
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
  test.each(queries)('%s', (_, change, search) => {
    const query = { ...defaultComparisonPageQuery, ...change };
    expect(comparisonSearch(query)).toBe(search);
    expect(read(search)).toEqual(query);
  });

  const faults: [string, Parameters<typeof comparisonPageQueryOf>[0]][] = [
    ['a kind that is none', { kind: 'sorry' }],
    ['a stretch without an end', { at: '3-' }],
    ['a pair of one', { pair: 'a' }],
    ['a pair of three', { pair: 'a,b,c' }],
    ['something twice', { unit: ['a', 'b'] }],
    ['a column without a row', { column: 'x' }],
    ['heat of another sort', { heat: 'red' }],
  ];
  test.each(faults)('is not led astray by %s', (_, asked) =>
    expect(comparisonPageQueryOf(asked)).toEqual(defaultComparisonPageQuery),
  );
});

test('an address is parsed to the query that it was made of', () => {
  const address = annotationsAddress('fog', 'consensus', { start: 12, end: 20 });
  const { pathname, searchParams } = new URL(address, 'http://parallax.example');
  expect(pathname).toBe('/articles/fog/annotations');
  expect(annotationsQueryOf(Object.fromEntries(searchParams))).toEqual({
    layer: 'consensus',
    at: { start: 12, end: 20 },
  });
});

test.each([
  {},
  { at: '12' },
  { at: 'a-b' },
  { at: ['1-2', '3-4'] },
  { at: '-1-2' },
  { layer: ['one', 'two'] },
])('an invalid value counts as absent: %j', (asked) => {
  expect(annotationsQueryOf(asked)).toEqual({ layer: null, at: null });
});
