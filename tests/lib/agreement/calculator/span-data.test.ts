import { tableRows } from '@/lib/agreement/calculator/file-text';
import { expect, it, describe } from '@jest/globals';
import { readSpanRows, isSpanHeader, spanColumns } from '@/lib/agreement/calculator/span-data';

it('finds columns in any order and case', () => {
  expect(spanColumns(['End', 'LABEL', 'note', 'Document', 'annotator', 'Start'])).toEqual({
    end: 0,
    label: 1,
    document: 3,
    annotator: 4,
    start: 5,
    unused: ['note'],
  });
  expect(spanColumns(['article_id', 'coder', 'begin', 'end', 'Doc length'])).toMatchObject({
    document: 0,
    annotator: 1,
    start: 2,
    length: 4,
    unused: [],
  });
});

it('names what is lacking', () => {
  expect(() => spanColumns(['document', 'start', 'colour'])).toThrow(
    'Line 1 has no column “annotator”, “end”; it has “document”, “start”, “colour”.',
  );
});

it('distinguishes spans from another table', () => {
  expect(isSpanHeader(['document', 'annotator', 'from'])).toBe(true);
  expect(isSpanHeader(['document', 'Anna', 'Bert'])).toBe(false);
});

const read = (...rows: string[]) => readSpanRows(tableRows(rows.join('\n')));
const head = 'document,annotator,start,end,label';
const long = `${head},length`;

describe('rows of spans', () => {
  it('become documents, with the silent and without those who were not assigned', () => {
    const data = read(long, 'd,Ann,2,5,x,20', 'd,Bob,,,,', 'e,Bob,0,4,y,9', 'e,Cy,1,4,x,9');
    expect(data).toMatchObject({ annotators: ['Ann', 'Bob', 'Cy'], labels: ['x', 'y'], notes: [] });
    expect(data.documents).toEqual([
      {
        name: 'd',
        annotators: [0, 1],
        marked: {
          length: 20,
          annotators: 2,
          units: [{ annotator: 0, begin: 2, end: 5, label: 0 }],
        },
      },
      {
        name: 'e',
        annotators: [1, 2],
        marked: {
          length: 9,
          annotators: 2,
          units: [
            { annotator: 0, begin: 0, end: 4, label: 1 },
            { annotator: 1, begin: 1, end: 4, label: 0 },
          ],
        },
      },
    ]);
  });

  it('say what is assumed', () => {
    const { notes, labels, documents } = read('document,annotator,start,end,by', 'd,a,2,5,me');
    expect([labels, documents[0]?.marked.length]).toEqual([['marked'], 5]);
    expect(notes).toEqual([
      'Not used: the column “by”.',
      'There is no column “label”: all spans count as one label.',
      expect.stringMatching(/^1 of 1 documents state no length/),
    ]);
  });

  it('may hold no span at all', () => {
    expect(read(head).documents).toEqual([]);
    expect(read(head, 'd,a,,,').documents[0]?.marked).toEqual({
      length: 0,
      annotators: 1,
      units: [],
    });
  });

  it.each<[string, string[], string]>([
    ['no annotator', [head, 'd,,1,2,x'], 'Line 2 has no annotator.'],
    ['no document', [head, ',a,1,2,x'], 'Line 2 has no document.'],
    ['a start alone', [head, 'd,a,1,,x'], 'Line 2 has no end.'],
    [
      'an end before its start',
      [head, '', 'd,a,7,3,x'],
      'Line 3: the span ends at 3, which is not after its start at 7.',
    ],
    ['an empty span', [head, 'd,a,7,7,x'], 'Line 2: the span ends at 7'],
    [
      'a start that is no number',
      [head, 'd,a,one,3,x'],
      'Line 2: the start “one” is not a whole number',
    ],
    ['half a character', [head, 'd,a,1.5,3,x'], 'Line 2: the start “1.5” is not a whole number'],
    ['a negative start', [head, 'd,a,-1,3,x'], 'Line 2: the start “-1” is not a whole number'],
    ['an end beyond all texts', [head, 'd,a,1,99999999999,x'], 'Line 2: the end “99999999999”'],
    [
      'a span beyond the text',
      [long, 'd,a,1,3,x,9', 'd,b,8,10,x,9'],
      'Line 3: the span 8–10 goes beyond “d”, which is 9 long by line 2.',
    ],
    [
      'two lengths',
      [long, 'd,a,1,3,x,9', 'd,b,1,3,x,8'],
      'Line 3 says that “d” is 8 long, line 2 says 9.',
    ],
    ['too many cells', [head, 'd,a,1,3,x,y,z'], 'Line 2 has 7 cells, and the first row names 5.'],
  ])('are refused with %s', (_, rows, message) => {
    expect(() => read(...rows)).toThrow(message);
  });
});
