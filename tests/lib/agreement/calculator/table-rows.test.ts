import { describe, expect, it } from '@jest/globals';
import { tableRows } from '@/lib/agreement/calculator/table-rows';

describe('rows of a table', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2'],
    ['a byte order mark', '\ufeffa,b\r\n1,2\r\n'],
    ['old ends of line', 'a,b\r1,2\r'],
    ['quotes and white space', '"a" , b\n"1"," 2 "'],
  ])('are read with %s', (_, text) => {
    expect(tableRows(text).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('know their lines, past empty ones and cells of several lines', () => {
    const rows = tableRows('a,b\n\n"one\ntwo",x\n,\nlast,y\n');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [3, 'one\ntwo'],
      [6, 'last'],
    ]);
  });

  it('may have one column, and a separator within quotes', () => {
    expect(tableRows('"a;b;c",d')[0]?.cells).toEqual(['a;b;c', 'd']);
    expect(tableRows('a\n1')).toHaveLength(2);
  });

  it.each([
    ['', 'There is nothing in it'],
    [' \n,,\n', 'There is nothing in it'],
    ['a,b\n"1,2\n3,4', /^Line \d has a quotation mark that is not closed/],
  ])('are refused of %j', (text, message) => expect(() => tableRows(text)).toThrow(message));
});
