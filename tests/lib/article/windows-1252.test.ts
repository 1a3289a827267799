import { expect, test } from '@jest/globals';
import { byteOf, decodeWindows1252 } from '@/lib/article/windows-1252';

test('reads and knows its bytes', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const text = decodeWindows1252(all);
  expect(text.slice(0x80, 0x85)).toBe('€\u0081‚ƒ„');
  expect(text.slice(0x91, 0x98)).toBe('‘’“”•–—');
  expect(text.slice(0xe9, 0xea)).toBe('é');
  expect(Array.from(text, byteOf)).toEqual(Array.from(all));
});

test('reads long files whole', () => {
  expect(decodeWindows1252(new Uint8Array(20_000).fill(0x93))).toBe('“'.repeat(20_000));
});
