import { expect, test } from '@jest/globals';
import { packings, dualBound, tightenedPrices } from '@/lib/agreement/gamma/packing';
import fc from 'fast-check';
import { bestWeight, somePackings, aPacking } from '@/tests/builders/a-packing';

test('candidates are split where they share no unit; weights prefer more parts', () => {
  const all = { starts: [0, 2, 4, 7], members: [0, 2, 1, 4, 2, 3, 5], gain: [1, 2, 3] };
  const parts = packings(all, 7);
  expect(parts).toHaveLength(2);
  expect(parts[0]).toMatchObject({
    units: [0, 2, 3, 5],
    first: [0, 1, 2, 2, 2],
    members: [
      [0, 1],
      [1, 2, 3],
    ],
  });
  expect(parts[1]).toMatchObject({ units: [1, 4], first: [0, 1, 1], members: [[0, 1]] });
  expect(parts[0]?.weights[0]).toBeLessThan(1);
  expect(parts[0]?.weights[1]).toBeCloseTo(3, 7);
});

test('no candidates give no packings', () => {
  expect(packings({ starts: [0], members: [], gain: [] }, 3)).toEqual([]);
});

test('prices cover every candidate, so that no packing exceeds them, whatever is given', () => {
  const given = fc.option(
    fc.float64Array({ minLength: 8, maxLength: 8, min: -1, max: 4, noNaN: true }),
  );
  fc.assert(
    fc.property(somePackings(), given, (packing, start) => {
      const prices = dualBound(packing, start ?? undefined);
      for (const [one, of] of packing.members.entries()) {
        const paid = of.reduce((sum, unit) => sum + (prices[unit] ?? 0), 0);
        expect(paid).toBeGreaterThan((packing.weights[one] ?? 0) - 1e-9);
      }
      expect(Math.min(...prices)).toBeGreaterThanOrEqual(0);
      const sum = prices.reduce((all, price) => all + price, 0);
      expect(sum).toBeGreaterThan(bestWeight(packing) - 1e-9);
    }),
  );
});

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
