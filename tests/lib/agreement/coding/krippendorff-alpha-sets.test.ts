import { describe, expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { krippendorffAlpha } from '@/lib/agreement/coding/krippendorff-alpha';
import {
  krippendorffAlphaSets,
  setCoincidences,
  setDistance,
  setDistances,
  setMeasures,
} from '@/lib/agreement/coding/krippendorff-alpha-sets';

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

it('knows a set again whatever its order', () => {
  const items = [{ weight: 3, sets: [['b', 'a', 'a'], ['a', 'b'], null] }];
  expect(setCoincidences(items)).toEqual({ values: [['a', 'b']], observed: Float64Array.of(6) });
});

it.each(setMeasures)('of single labels is nominal α, %s', (measure) => {
  const rows = [
    ['a', 'b', 'c', 'a'],
    ['a', 'c', 'c', 'b'],
  ];
  const items = [0, 1, 2, 3].map((at) => ({ weight: 1, sets: rows.map((row) => [row[at] ?? '']) }));
  const nominal = krippendorffAlpha(codingTable(rows), 'nominal').value ?? 0;
  expect(krippendorffAlphaSets(items, measure).value).toBeCloseTo(nominal, 12);
});

it('of a long run is that of its items', () => {
  const one = { weight: 1, sets: [['a'], ['a', 'b']] };
  const other = { weight: 2, sets: [[], []] };
  const single = { ...other, weight: 1 };
  expect(krippendorffAlphaSets([one, other], 'masi')).toEqual(
    krippendorffAlphaSets([one, single, single], 'masi'),
  );
  expect(krippendorffAlphaSets([other], 'masi').value).toBeNull();
});
