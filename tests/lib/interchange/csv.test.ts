import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import {
  bareCell,
  csvCell,
  csvCells,
  endOfRow,
  excelCell,
  excelTable,
} from '@/lib/interchange/csv';

describe('csvCell', () => {
  test.each([
    ['', ''],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' ahead', '" ahead"'],
    ['behind ', '"behind "'],
    ['=1+1', '=1+1'],
    ['שלום', 'שלום'],
  ])('%j is written %j', (cell, written) => {
    expect(csvCell(cell, 'bare')).toBe(written);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@cmd', "'@cmd"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['\nx', '"\'\nx"'],
    ['\t=1', "'\t=1"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠cmd', "'＠cmd"],
    [' =1', "' =1"],
    ['   +1', "'   +1"],
    ['\u00a0-1', "'\u00a0-1"],
    ['\u2003@cmd', "'\u2003@cmd"],
    ['\u3000＝1', "'\u3000＝1"],
    ['\u0085=1', "'\u0085=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\ufeff=1', "'\ufeff=1"],
    [' \n =1', '"\' \n =1"'],
    ["' =1", "'' =1"],
    [' plain', '" plain"'],
    ['\u00a0plain', '"\u00a0plain"'],
    ["'=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ['a=1', 'a=1'],
  ])('%j is written for a spreadsheet %j', (cell, written) => {
    expect(csvCell(cell, 'excel').replaceAll('""', '"')).toBe(written);
  });
});

const signsOfCells = [...Array.from('\'=+-@\t\r\n",x😀'), ...Array.from(' \u00a0\u3000\ufeff＝＠')];

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...signsOfCells)).map((signs) => signs.join('')),
);

test('what a spreadsheet is guarded from is undone exactly', () => {
  fc.assert(
    fc.property(cell, (bare) => {
      const guarded = excelCell(bare);
      expect(bareCell(guarded)).toBe(bare);
      expect(guarded).not.toMatch(/^[\t\r\n]|^\s*[=+\-@＝＋－＠]/);
    }),
  );
});

test('every row is read back equal by another reader', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
      const text = csvCells(cells, 'bare') + endOfRow;
      const read = Papa.parse<string[]>(text, { delimiter: ',', newline: endOfRow });
      expect(read.data[0]).toEqual(cells);
    }),
  );
});

test('a table for spreadsheets guards text, and leaves numbers what they are', () => {
  expect(
    excelTable(
      ['a', '=b'],
      [
        [-1.5, '-1.5'],
        [null, 'x, y'],
      ],
    ),
  ).toBe('\ufeffa,\'=b\r\n-1.5,\'-1.5\r\n,"x, y"\r\n');
});
