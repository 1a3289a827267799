import { expect, test } from '@jest/globals';
import { mostTextBytes } from '@/lib/article/article';
import { requireSize } from '@/lib/article/text-size';

test('counts bytes of UTF-8, not characters', () => {
  expect(() => requireSize('a'.repeat(mostTextBytes))).not.toThrow();
  expect(() => requireSize('a'.repeat(mostTextBytes + 1))).toThrow('2,097,153 bytes');
  expect(() => requireSize('€'.repeat(mostTextBytes / 2))).toThrow('bytes in UTF-8');
});
