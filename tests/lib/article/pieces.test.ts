import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { piecesOf } from '@/lib/article/pieces';

const read = (text: string, most: number) =>
  piecesOf(text, most).map(({ start, end }) => text.slice(start, end));

test.each([
  ['one two three', 5, ['one ', 'two ', 'three']],
  ['one\ntwo', 4, ['one\n', 'two']],
  ['onetwothree', 4, ['onet', 'woth', 'ree']],
  ['', 4, ['']],
  ['😀😀😀', 3, ['😀', '😀', '😀']],
])('parts %j into pieces of at most %i', (text, most, pieces) => {
  expect(read(text, most)).toEqual(pieces);
});

test('the pieces are the text, and each holds something', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.integer({ min: 2, max: 9 }),
      (text, most) => {
        const pieces = read(text, most);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => piece.length > 0 && piece.length <= most)).toBe(true);
        expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
      },
    ),
  );
});
