import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byCodePoints } from '@/lib/interchange/code-point-order';

const points = (text: string) => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);

test('orders as lists of code points do', () => {
  expect(['😀', '\uffee', 'b', 'B', ''].sort(byCodePoints)).toEqual(['', 'B', 'b', '\uffee', '😀']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      const [a, b] = [points(one), points(other)];
      const at = a.findIndex((point, place) => point !== b[place]);
      const expected = at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
      expect(Math.sign(byCodePoints(one, other))).toBe(Math.sign(expected));
    }),
  );
});
