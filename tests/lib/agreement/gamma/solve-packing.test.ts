import { dualBound } from '@/lib/agreement/gamma/packing';
import { expect, test, describe } from '@jest/globals';
import fc from 'fast-check';
import { greedyWeight, searchPacking } from '@/lib/agreement/gamma/search-packing';
import { bestWeight, somePackings, takenWeight, aPacking } from '@/tests/builders/a-packing';
import { searchDownwards, solvePacking, highsPrices } from '@/lib/agreement/gamma/solve-packing';
import { seededRandom } from '@/lib/agreement/seeded-random';

describe('highs prices', () => {
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
});

describe('solve packing', () => {
  const filled = (isOfTwo: boolean) =>
    somePackings(isOfTwo).filter(({ weights }) => weights.length > 0);

  test('searching downwards finds the best, whatever the prices', () => {
    fc.assert(
      fc.property(filled(false), (packing) => {
        for (const prices of [dualBound(packing), new Float64Array(8).fill(4)])
          expect(takenWeight(packing, searchDownwards(packing, prices, 10_000) ?? [])).toBeCloseTo(
            bestWeight(packing),
            9,
          );
      }),
    );
  });

  describe('a packing', () => {
    test.each([false, true])('small is solved, of two annotators %p', async (isOfTwo) => {
      await fc.assert(
        fc.asyncProperty(filled(isOfTwo), async (packing) => {
          const isFirst = isOfTwo ? (unit: number) => unit % 2 === 0 : null;
          const taken = await solvePacking(packing, isFirst);
          expect(takenWeight(packing, taken ?? [])).toBeCloseTo(bestWeight(packing), 9);
        }),
      );
    });

    test('large is the same by matching and by prices of our own', async () => {
      const random = seededRandom(4);
      for (let run = 0; run < 5; run++) {
        const pairs = new Map<string, [number[], number]>();
        for (let one = 0; one < 120; one++) {
          const unit = random.integer(58);
          const of = [unit, unit + (random.integer(2) === 0 ? 1 : 3)].filter((at) => at < 60);
          if (of.length === 2) pairs.set(of.join(), [of, 0.1 + random.uniform()]);
        }
        const packing = aPacking(60, [...pairs.values()]);
        const matched = await solvePacking(packing, (unit) => unit % 2 === 0);
        const priced = await solvePacking(packing, null);
        expect(priced).toEqual(matched);
      }
    });
  });
});
