import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dualBound } from '@/lib/agreement/gamma/dual-bound';
import { bestWeight, somePackings } from '@/tests/builders/a-packing';

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
