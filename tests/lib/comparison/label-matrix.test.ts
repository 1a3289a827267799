import { expect, test } from '@jest/globals';
import { compareLayers } from '@/lib/comparison/compare-layers';
import { labelMatrix } from '@/lib/comparison/label-matrix';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const units = compareLayers([
  aComparedLayer('a', 'x 0-5', 'y 10-15', 'x 20-25', 'x 30-60'),
  aComparedLayer('b', 'x 0-5', 'x 10-15', 'x 30-44', 'x 45-60'),
  aComparedLayer('c', 'x 0-5', 'z 10-15'),
]);

test('every two layers count once per unit, in cells that list the units', () => {
  expect(labelMatrix(units)).toEqual([
    { row: 'x', column: 'x', count: 4, units: ['a1', 'a4'] },
    { row: 'x', column: 'y', count: 1, units: ['a2'] },
    { row: 'x', column: 'z', count: 1, units: ['a2'] },
    { row: 'x', column: null, count: 4, units: ['a3', 'a4'] },
    { row: 'y', column: 'z', count: 1, units: ['a2'] },
  ]);
});
