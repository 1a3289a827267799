import { describe, expect, it } from '@jest/globals';
import { setDistance, setDistances, setMeasures } from '@/lib/agreement/coding/set-distance';

describe('the distance of sets', () => {
  // Passonneau 2006: MASI = Jaccard × 1, 2/3, 1/3, 0.
  it.each<[string[], string[], number, number, number]>([
    [[], [], 0, 0, 0],
    [['a'], [], 1, 1, 1],
    [['a', 'b'], ['b', 'a'], 0, 0, 0],
    [['a'], ['a', 'b'], 1, 1 / 2, 1 - (1 / 2) * (2 / 3)],
    [['a', 'c'], ['a', 'b'], 1, 2 / 3, 1 - (1 / 3) * (1 / 3)],
    [['a'], ['b'], 1, 1, 1],
  ])('%p and %p', (one, other, nominal, jaccard, masi) => {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(setDistance('nominal', a, b)).toBe(nominal);
      expect(setDistance('jaccard', a, b)).toBeCloseTo(jaccard, 12);
      expect(setDistance('masi', a, b)).toBeCloseTo(masi, 12);
    }
    if (nominal === 0) return;
    for (const measure of setMeasures)
      expect(setDistances[measure]([one, other], new Float64Array(2))(0, 1)).toBe(
        setDistance(measure, one, other),
      );
  });
});
