import { dualBound } from '@/lib/agreement/gamma/packing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { greedyWeight, searchPacking } from '@/lib/agreement/gamma/search-packing';
import { aPacking, bestWeight, somePackings, takenWeight } from '@/tests/builders/a-packing';

test('the best packing is found, from any weight that is reached', () => {
  fc.assert(
    fc.property(somePackings(), (packing) => {
      const best = bestWeight(packing);
      for (const reached of [0, greedyWeight(packing), best]) {
        const { isOver, taken } = searchPacking(packing, dualBound(packing), reached, 10_000);
        expect(isOver).toBe(true);
        expect(takenWeight(packing, taken ?? [])).toBeCloseTo(best, 9);
      }
    }),
    { numRuns: 300 },
  );
});

test('of packings as good, the first: earlier partners before later ones, alone last', () => {
  const packing = aPacking(4, [
    [[0, 2], 1],
    [[0, 3], 1],
    [[1, 2], 1],
    [[1, 3], 1],
  ]);
  const { taken } = searchPacking(packing, dualBound(packing), 0, 100);
  expect(taken?.map((one) => packing.members[one])).toEqual([
    [0, 2],
    [1, 3],
  ]);
});

test('it reports that there is none so heavy, and that it did not finish', () => {
  const packing = aPacking(4, [
    [[0, 1], 1],
    [[1, 2], 1],
  ]);
  const prices = new Float64Array(4).fill(1);
  expect(searchPacking(packing, prices, 2, 100)).toEqual({ isOver: true, taken: null });
  expect(searchPacking(packing, prices, 0, 2)).toEqual({ isOver: false, taken: null });
});

test('the heaviest first is quick and no more than the best', () => {
  fc.assert(
    fc.property(somePackings(), (packing) => {
      expect(greedyWeight(packing)).toBeLessThanOrEqual(bestWeight(packing) + 1e-9);
    }),
  );
});
