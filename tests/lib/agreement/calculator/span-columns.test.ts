import { expect, it } from '@jest/globals';
import { isSpanHeader, spanColumns } from '@/lib/agreement/calculator/span-columns';

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
    'Line 1 names no column “annotator”, “end”; it has “document”, “start”, “colour”.',
  );
});

it('tells spans from another table', () => {
  expect(isSpanHeader(['document', 'annotator', 'from'])).toBe(true);
  expect(isSpanHeader(['document', 'Anna', 'Bert'])).toBe(false);
});
