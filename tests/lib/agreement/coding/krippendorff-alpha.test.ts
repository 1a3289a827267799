import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Value } from '@/lib/agreement/coding/coding-table';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { coincidencesOf, sumCoincidences } from '@/lib/agreement/coding/coincidences';
import { alphaAtLevel, krippendorffAlpha } from '@/lib/agreement/coding/krippendorff-alpha';
import type { Level } from '@/lib/agreement/coding/value-distance';
import { levels } from '@/lib/agreement/coding/value-distance';

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
