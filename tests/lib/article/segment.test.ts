import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf, piecesOf } from '@/lib/article/segment';

describe('blocks', () => {
  const read = (text: string) => blocksOf(text).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['', ['']],
    ['one', ['one']],
    ['one\ntwo', ['one', 'two']],
    ['one\n\ntwo\n', ['one', '', 'two', '']],
    ['one\r\ntwo\r\n', ['one', 'two', '']],
    ['one\rtwo\r\r\nthree', ['one', 'two', '', 'three']],
    ['\n\r', ['', '', '']],
  ])('reads the blocks of %j', (text, blocks) => {
    expect(read(text)).toEqual(blocks);
  });

  test('blocks are what stands between line ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '😀', '\n', '\r', ' ')), (pieces) => {
        const text = pieces.join('');
        expect(read(text)).toEqual(text.split(/\r\n|\n|\r/));
      }),
    );
  });

  test('takes time in proportion, also where one return comes first', () => {
    expect(blocksOf(`\r${'x\n'.repeat(500_000)}`)).toHaveLength(500_002);
  });
});

describe('pieces', () => {
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
});
