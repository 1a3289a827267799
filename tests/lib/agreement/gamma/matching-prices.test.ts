import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchingPrices } from '@/lib/agreement/gamma/matching-prices';
import { bestWeight, somePackings, takenWeight } from '@/tests/builders/a-packing';

test('what is matched is the best there is, and prices prove it', () => {
  fc.assert(
    fc.property(somePackings(true), (packing) => {
      const { prices, taken } = matchingPrices(packing, (unit) => unit % 2 === 0);
      const best = bestWeight(packing);
      expect(takenWeight(packing, taken)).toBeCloseTo(best, 9);
      expect(prices.reduce((sum, price) => sum + price, 0)).toBeCloseTo(best, 9);
      expect(Math.min(...prices)).toBeGreaterThanOrEqual(-1e-9);
      for (const [one, [a = 0, b = 0]] of packing.members.entries())
        expect((prices[a] ?? 0) + (prices[b] ?? 0)).toBeGreaterThan(
          (packing.weights[one] ?? 0) - 1e-9,
        );
    }),
    { numRuns: 500 },
  );
});
