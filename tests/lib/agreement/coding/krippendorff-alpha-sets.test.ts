import { expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { krippendorffAlpha } from '@/lib/agreement/coding/krippendorff-alpha';
import {
  krippendorffAlphaSets,
  setCoincidences,
} from '@/lib/agreement/coding/krippendorff-alpha-sets';
import { setMeasures } from '@/lib/agreement/coding/set-distance';

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
