import { describe, expect, it } from '@jest/globals';
import { dataOfCase, guessKind, readOwnFile } from '@/lib/agreement/calculator/own-file';

const json = JSON.stringify({
  schema: 1,
  id: 'one',
  input: {
    kind: 'coding',
    raters: ['r', 's'],
    ratings: [
      [1, 2],
      [1, null],
    ],
  },
});

describe('somebody’s file', () => {
  it.each([
    [json, 'case'],
    [`\ufeff ${json}`, 'case'],
    ['document,annotator,start,end\nd,a,1,2', 'spans'],
    ['a,b\n1,2', 'coding'],
  ])('%j is a %s', (text, kind) => {
    expect(guessKind(text)).toBe(kind);
    expect(readOwnFile(text).kind).toBe(kind);
  });

  it('is parsed as requested', () => {
    expect(readOwnFile('coder,one,two\nAnn,1,2', { orientation: 'items' })).toMatchObject({
      coders: ['Ann'],
      items: ['one', 'two'],
    });
    expect(() => readOwnFile('a,b\n1,2', { kind: 'spans' })).toThrow('Line 1 has no column');
    expect(() => readOwnFile('a,b\n1,2', { kind: 'case' })).toThrow('It is not JSON');
    expect(() => readOwnFile('{"schema": 1,')).toThrow(/^It is not JSON: .*Check the end/);
  });

  it('as a case gives data for a report, or none', () => {
    const read = readOwnFile(json);
    const input = read.kind === 'case' ? read.case.input : null;
    expect(input && dataOfCase(input)).toMatchObject({ coders: ['r', 's'], isNumeric: true });
    expect(dataOfCase({ kind: 'pairs' })).toBeNull();
    expect(
      dataOfCase({
        kind: 'unitizing',
        begin: 5,
        length: 9,
        annotators: ['a'],
        units: [{ annotator: 'a', begin: 6, end: 8, category: 'x' }],
      }),
    ).toMatchObject({
      documents: [{ marked: { units: [{ annotator: 0, begin: 1, end: 3, label: 0 }] } }],
    });
  });
});
