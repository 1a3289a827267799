import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeRanges, encodeRanges } from '@/lib/article/run-lengths';

test('one character for a short length, decimals between stops for a long one', () => {
  expect(encodeRanges([0, 3, 4, 67, 167, 231])).toBe('ADB_.100..64.');
  expect(Array.from(decodeRanges('ADB_.100..64.'))).toEqual([0, 3, 4, 67, 167, 231]);
});

test('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000)), (lengths) => {
      if (lengths.length % 2 === 1) lengths.push(1);
      let position = 0;
      const ranges = lengths.map((length) => (position += length));
      expect(Array.from(decodeRanges(encodeRanges(ranges)))).toEqual(ranges);
    }),
  );
});

test.each(['A', 'A!', '.12', '..', 'AB.x.', 'é'])('refuses %j', (encoded) => {
  expect(() => decodeRanges(encoded)).toThrow(RangeError);
});
