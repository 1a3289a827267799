import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dualBound } from '@/lib/agreement/gamma/dual-bound';
import { tightenedPrices } from '@/lib/agreement/gamma/tightened-prices';
import { aPacking, somePackings } from '@/tests/builders/a-packing';

const sum = (prices: Float64Array) => prices.reduce((all, price) => all + price, 0);

test('a bound that is loose becomes tight', () => {
  // A path: of three candidates in a row the two outer ones, 2 in all, are best.
  const packing = aPacking(8, [
    [[0, 1], 1],
    [[1, 2], 1.9],
    [[2, 3], 1],
    [[3, 4], 0.1],
  ]);
  const loose = new Float64Array(8).fill(1);
  expect(sum(dualBound(packing, tightenedPrices(packing, loose, 2, 400)))).toBeCloseTo(2.0, 2);
});

test('prices are never below 0', () => {
  fc.assert(
    fc.property(somePackings(), (packing) => {
      const prices = tightenedPrices(packing, dualBound(packing), 0, 50);
      expect(Math.min(...prices)).toBeGreaterThanOrEqual(0);
    }),
  );
});
