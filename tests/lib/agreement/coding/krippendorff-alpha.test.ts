import type { Level } from '@/lib/agreement/coding/krippendorff-alpha';
import { describe, expect, it } from '@jest/globals';
import type { Value } from '@/lib/agreement/coding/coding-table';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import fc from 'fast-check';
import { coincidencesOf, sumCoincidences } from '@/lib/agreement/coding/coincidences';
import {
  alphaAtLevel,
  krippendorffAlpha,
  levels,
  valueDistances,
  alphaOf,
  totalsOf,
} from '@/lib/agreement/coding/krippendorff-alpha';

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

const alpha = (ratings: (Value | null)[][], level: Level) =>
  krippendorffAlpha(codingTable(ratings), level);

const ratings = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 8 }))
  .chain(([coders, items]) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: items, maxLength: items }),
      {
        minLength: coders,
        maxLength: coders,
      },
    ),
  );
const level = fc.constantFrom(...levels);
const same = (one: number | null, other: number | null) =>
  one === null || other === null ? one === other : Math.abs(one - other) < 1e-9;

describe('Krippendorff’s α', () => {
  it('does not look at the order of coders or of items', () => {
    fc.assert(
      fc.property(ratings, level, (rows, at) => {
        const turned = rows.toReversed().map((row) => row.toReversed());
        return same(alpha(rows, at).value, alpha(turned, at).value);
      }),
    );
  });

  it('does not look at the names of nominal values', () => {
    const names = ['quote', 'fear', 'doubt', 'flag', 'smear'];
    fc.assert(
      fc.property(ratings, (rows) => {
        const named = rows.map((row) =>
          row.map((one) => (one === null ? null : (names[one] ?? ''))),
        );
        return same(alpha(rows, 'nominal').value, alpha(named, 'nominal').value);
      }),
    );
  });

  it('is 1 where all agree on two values or more', () => {
    const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2 });
    fc.assert(
      fc.property(row, fc.integer({ min: 2, max: 4 }), level, (values, coders, at) => {
        const { value } = alpha(
          Array.from({ length: coders }, () => values),
          at,
        );
        return value === (new Set(values).size > 1 ? 1 : null);
      }),
    );
  });

  it('of documents together is that of their summed coincidences', () => {
    fc.assert(
      fc.property(ratings, fc.nat(8), level, (rows, cut, at) => {
        const parts = [rows.map((row) => row.slice(0, cut)), rows.map((row) => row.slice(cut))];
        const sum = sumCoincidences(parts.map((part) => coincidencesOf(codingTable(part))));
        return same(alphaAtLevel(sum, at).value, alpha(rows, at).value);
      }),
    );
  });

  it.each<[Level, Value[][], string]>([
    [
      'interval',
      [
        ['a', 1],
        [1, 1],
      ],
      'interval needs numbers, and “a” is none',
    ],
    [
      'ratio',
      [
        [-1, 1],
        [1, 1],
      ],
      'ratio needs a true zero, and some values are below it',
    ],
    ['nominal', [['a', 'b']], 'no item was coded by two coders'],
    [
      'ordinal',
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      'only one value was given',
    ],
  ])('at level %s of %p says why it is undefined', (at, rows, reason) => {
    expect(alpha(rows, at)).toEqual({ value: null, reason });
  });
});
