import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dualBound } from '@/lib/agreement/gamma/dual-bound';
import { highsPrices } from '@/lib/agreement/gamma/highs-prices';
import { greedyWeight, searchPacking } from '@/lib/agreement/gamma/search-packing';
import { bestWeight, somePackings, takenWeight } from '@/tests/builders/a-packing';

const filled = somePackings().filter(({ weights }) => weights.length > 0);

test('HiGHS and our own search agree, and with its prices the search takes the same', async () => {
  await fc.assert(
    fc.asyncProperty(filled, async (packing) => {
      const solved = await highsPrices(packing, 10);
      if (solved === null) throw new Error('HiGHS found nothing.');
      const best = bestWeight(packing);
      expect(takenWeight(packing, solved.taken)).toBeCloseTo(best, 6);
      const own = searchPacking(packing, dualBound(packing), greedyWeight(packing), 10_000);
      const prices = dualBound(packing, solved.prices);
      const reached = takenWeight(packing, solved.taken);
      const withPrices = searchPacking(packing, prices, reached, 10_000);
      expect(takenWeight(packing, own.taken ?? [])).toBeCloseTo(best, 9);
      expect(withPrices.taken).toEqual(own.taken);
    }),
    { numRuns: 60 },
  );
});
