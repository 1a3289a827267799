import { describe, expect, it } from '@jest/globals';
import { known, overChance, unknown } from '@/lib/agreement/figure';

describe('a figure', () => {
  it('is a number, or null with a reason', () => {
    expect(known(0.5)).toEqual({ value: 0.5 });
    expect(unknown('nobody annotated anything')).toEqual({
      value: null,
      reason: 'nobody annotated anything',
    });
  });

  it.each([Number.NaN, Infinity, -Infinity])('is never %p', (value) => {
    expect(() => known(value)).toThrow(RangeError);
  });

  it('is 1 without disagreement, 0 at chance, and undefined where chance expects none', () => {
    expect(overChance(0, 2, 'none').value).toBe(1);
    expect(overChance(2, 2, 'none').value).toBe(0);
    expect(overChance(0, 0, 'only one value was used')).toEqual(unknown('only one value was used'));
  });
});
