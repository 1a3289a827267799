import { tableRows } from '@/lib/agreement/calculator/file-text';
import { describe, expect, it } from '@jest/globals';
import { readCodingRows } from '@/lib/agreement/calculator/coding-data';

const rows = (...lines: string[]) => tableRows(lines.join('\n'));

describe('a table of codings', () => {
  it('has a column for each coder, and items with names or without', () => {
    const data = readCodingRows(rows('item,Ann,Bob', 'one,1,2', 'two,,2'));
    expect(data).toMatchObject({ coders: ['Ann', 'Bob'], items: ['one', 'two'], isNumeric: true });
    expect(data.table.values).toEqual([1, 2]);
    expect([...data.table.codes]).toEqual([0, 1, -1, 1]);
    const bare = readCodingRows(rows('Ann,Bob', 'x,y', 'NA,y'));
    expect(bare).toMatchObject({
      coders: ['Ann', 'Bob'],
      items: ['Item 1', 'Item 2'],
      isNumeric: false,
    });
    expect([...bare.table.codes]).toEqual([0, 1, -1, 1]);
  });

  it('or a column for each item', () => {
    const data = readCodingRows(rows('coder,one,two', 'Ann,1,', 'Bob,2,2'), 'items');
    expect(data).toMatchObject({ coders: ['Ann', 'Bob'], items: ['one', 'two'] });
    expect([...data.table.codes]).toEqual([0, 1, -1, 1]);
  });

  it('keeps numbers beside words as words', () => {
    expect(readCodingRows(rows('a,b', '1,high')).table.values).toEqual(['1', 'high']);
  });

  it.each<[string, string[], string]>([
    ['is ragged', ['a,b', '1,2', '1,2,3'], 'Line 3 has 3 cells, the first row has 2.'],
    ['is only names', ['a,b'], 'There is only a first row with names.'],
    ['has a coder twice', ['item,a,a', 'i,1,2'], '“a” is the name of two coders.'],
  ])('is refused if it %s', (_, lines, message) => {
    expect(() => readCodingRows(rows(...lines))).toThrow(message);
  });
});
