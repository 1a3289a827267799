import { describe, expect, it } from '@jest/globals';
import { checkSize, fileText, maxFileBytes, tableRows } from '@/lib/agreement/calculator/file-text';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the text of a file', () => {
  it('is UTF-8, or UTF-16 with its byte order mark', () => {
    expect(fileText(utf8('über 👍🏽'))).toBe('über 👍🏽');
    const little = Uint8Array.of(0xff, 0xfe, 0x61, 0, 0xe9, 0);
    const big = Uint8Array.of(0xfe, 0xff, 0, 0x61, 0, 0xe9);
    expect([fileText(little), fileText(big)]).toEqual(['aé', 'aé']);
    expect(fileText(new Uint8Array(0))).toBe('');
  });

  it('is refused by line where it is neither', () => {
    const bytes = Uint8Array.of(...utf8('a\nb\n'), 0xe9, 10);
    expect(() => fileText(bytes)).toThrow('Line 3 is not UTF-8. Save the file as “CSV UTF-8”');
  });

  it('is refused where it is too large, before it is loaded', () => {
    expect(() => checkSize(maxFileBytes)).not.toThrow();
    expect(() => checkSize(100_000_000)).toThrow(
      'The file has 100 MB, and at most 50 MB are accepted.',
    );
  });
});

describe('rows of a table', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2'],
    ['a byte order mark', '\ufeffa,b\r\n1,2\r\n'],
    ['old ends of line', 'a,b\r1,2\r'],
    ['quotes and white space', '"a" , b\n"1"," 2 "'],
  ])('are parsed with %s', (_, text) => {
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
    ['', 'The file is empty'],
    [' \n,,\n', 'The file is empty'],
    ['a,b\n"1,2\n3,4', /^Line \d has a quotation mark that is not closed/],
  ])('are refused of %j', (text, message) => expect(() => tableRows(text)).toThrow(message));
});
