import { describe, expect, it } from '@jest/globals';
import { alphaOf, totalsOf } from '@/lib/agreement/coding/alpha';

const nominal = () => (c: number, k: number) => (c === k ? 0 : 1);
const of = (...observed: number[]) => ({
  values: Array.from({ length: Math.sqrt(observed.length) }, (_, at) => at),
  observed: Float64Array.from(observed),
});

describe('α of coincidences', () => {
  // Krippendorff 2011, section A: 10 items of two coders.
  it('is 1 − (n − 1) o₀₁ / (n₀ n₁) for two values', () => {
    expect(totalsOf(of(10, 4, 4, 2))).toEqual(Float64Array.of(14, 6));
    expect(alphaOf(of(10, 4, 4, 2), nominal).value).toBeCloseTo(1 - (19 * 4) / (14 * 6), 12);
  });

  it('is undefined with nothing to pair or one value', () => {
    expect(alphaOf(of(), nominal).reason).toBe('no item was coded by two coders');
    expect(alphaOf(of(8, 0, 0, 0), nominal).reason).toBe('only one value was given');
  });
});
