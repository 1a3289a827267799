import { expect, test } from '@jest/globals';
import { heatOf } from '@/lib/comparison/heat';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

test('density and conflict of annotations', () => {
  expect(
    heatOf([
      aComparedLayer('a', 'x 0-10', 'y 30-40'),
      aComparedLayer('b', 'x 5-10', 'y 35-40', 'x 35-38'),
      aComparedLayer('c', 'x 5-12'),
    ]),
  ).toEqual([
    { start: 0, end: 5, marked: 1, conflict: 2 / 3 },
    { start: 5, end: 10, marked: 3, conflict: 0 },
    { start: 10, end: 12, marked: 1, conflict: 2 / 3 },
    { start: 30, end: 35, marked: 1, conflict: 2 / 3 },
    { start: 35, end: 38, marked: 2, conflict: 1 },
    { start: 38, end: 40, marked: 2, conflict: 2 / 3 },
  ]);
});

test('a repeated label counts once; equal neighbours are joined', () => {
  expect(heatOf([aComparedLayer('a', 'x 0-10', 'x 5-10', 'x 10-20'), aComparedLayer('b')])).toEqual(
    [{ start: 0, end: 20, marked: 1, conflict: 1 }],
  );
  expect(heatOf([])).toEqual([]);
});
