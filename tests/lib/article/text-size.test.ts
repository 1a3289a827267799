import { expect, test } from '@jest/globals';
import { maxBlocks, maxEdits, maxLines, maxTextBytes } from '@/lib/article/article';
import { blocksOf } from '@/lib/article/segment';
import { countBlocks, requireBlocks, requireEdits, requireSize } from '@/lib/article/text-size';

test('counts bytes of UTF-8, not characters', () => {
  expect(() => requireSize('a'.repeat(maxTextBytes))).not.toThrow();
  expect(() => requireSize('a'.repeat(maxTextBytes + 1))).toThrow('2,097,153 bytes');
  expect(() => requireSize('€'.repeat(maxTextBytes / 2))).toThrow('bytes in UTF-8');
});

test.each(['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028'])(
  'counts lines separated by %j',
  (end) => {
    expect(() => requireSize(end.repeat(maxLines - 1))).not.toThrow();
    expect(() => requireSize(end.repeat(maxLines))).toThrow('200,001 lines; it may have 200,000');
  },
);

test('counts blocks as they are found, and refuses too many', () => {
  const text = 'a\nb\r\n\rc\n\r\vd\u2028';
  expect(countBlocks(text)).toBe(blocksOf(text).length);
  expect(() => requireBlocks('a\n'.repeat(maxBlocks - 1))).not.toThrow();
  expect(() => requireBlocks('a\n'.repeat(maxBlocks))).toThrow('50,001 blocks');
});

test('counts edits', () => {
  expect(() => requireEdits(Array<number>(3 * maxEdits).fill(1))).not.toThrow();
  expect(() => requireEdits(Array<number>(3 * maxEdits + 3).fill(1))).toThrow('200,001 edits');
});
