import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { base64Of, bytesOf } from '@/components/live/base64';

test('bytes come back, and are written as everybody writes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(bytesOf(base64Of(bytes))).toEqual(bytes);
    }),
  );
  const many = new Uint8Array(500_000).map((_, at) => at % 251);
  expect(Buffer.compare(bytesOf(base64Of(many)), many)).toBe(0);
});
