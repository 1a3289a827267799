import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { positionIndex } from '@/lib/article/code-points';

const text = 'a😀b👩‍👩‍👧é';

test.each([
  [0, 0],
  [1, 1],
  [2, 3],
  [3, 4],
  [4, 6],
  [8, 12],
  [9, 13],
])('code point %i is UTF-16 unit %i', (codePoint, unit) => {
  const index = positionIndex(text, 'code-point');
  expect(index.toUtf16(codePoint)).toBe(unit);
  expect(index.fromUtf16(unit)).toBe(codePoint);
});

test.each([-1, 0.5, Number.NaN, 100])('%d is no position', (position) => {
  for (const unit of ['code-point', 'utf-16'] as const) {
    const index = positionIndex(text, unit);
    expect([index.toUtf16(position), index.fromUtf16(position)]).toEqual([null, null]);
  }
});

test('inside a surrogate pair there is no position, in neither unit', () => {
  expect(positionIndex(text, 'code-point').fromUtf16(2)).toBeNull();
  expect(positionIndex(text, 'utf-16').toUtf16(2)).toBeNull();
  expect(positionIndex(text, 'utf-16').fromUtf16(2)).toBeNull();
});

test('the length is the text’s, in the unit', () => {
  expect(positionIndex(text, 'code-point').length).toBe(Array.from(text).length);
  expect(positionIndex(text, 'utf-16').length).toBe(text.length);
  expect(positionIndex('', 'code-point').length).toBe(0);
});

test('agrees with Array.from for any text, lone surrogates too, and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (prose) => {
      const index = positionIndex(prose, 'code-point');
      let unit = 0;
      for (const [position, character] of Array.from(prose).entries()) {
        expect(index.toUtf16(position)).toBe(unit);
        expect(index.fromUtf16(unit)).toBe(position);
        unit += character.length;
      }
      expect(index.toUtf16(index.length)).toBe(prose.length);
    }),
  );
});
