import { describe, expect, it } from '@jest/globals';
import type { Value } from '@/lib/agreement/coding/coding-table';
import type { Level } from '@/lib/agreement/coding/value-distance';
import { levels, valueDistances } from '@/lib/agreement/coding/value-distance';

const numbers = [10, 0, 2];
const totals = Float64Array.of(4, 6, 2);

describe('the distance of values', () => {
  it.each<[Level, readonly Value[], number[]]>([
    ['nominal', numbers, [1, 1, 1]],
    // In order 0, 2, 10 with 6, 2, 4 of each: middles 3, 7, 10.
    ['ordinal', numbers, [49, 16, 9]],
    // As listed, with 4, 6, 2 of each: middles 2, 7, 11.
    ['ordinal', ['low', 'middle', 'high'], [25, 16, 81]],
    ['interval', numbers, [100, 4, 64]],
    ['ratio', numbers, [1, 1, (8 / 12) ** 2]],
  ])('%s of %p', (level, values, expected) => {
    const apart = valueDistances[level](values, totals);
    expect([apart(0, 1), apart(1, 2), apart(0, 2)]).toEqual(expected);
    expect([0, 1, 2].map((at) => apart(at, at))).toEqual([0, 0, 0]);
  });

  it('is there for each level', () => expect(Object.keys(valueDistances)).toEqual([...levels]));

  it('is 0 for two zeros', () => expect(valueDistances.ratio([0, 0], totals)(0, 1)).toBe(0));
});
