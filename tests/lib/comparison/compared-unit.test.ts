import { expect, test } from '@jest/globals';
import { compareLayers } from '@/lib/comparison/compare-layers';
import { countKinds } from '@/lib/comparison/compared-unit';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const units = compareLayers([
  aComparedLayer('a', 'x 0-5', 'y 10-15', 'x 20-25', 'x 30-60'),
  aComparedLayer('b', 'x 0-5', 'x 10-15', 'x 30-44', 'x 45-60'),
  aComparedLayer('c', 'x 0-5', 'z 10-15'),
]);

test('units are counted by how they part', () => {
  expect(countKinds(units)).toEqual({
    same: 1,
    missing: 2,
    boundary: 0,
    label: 1,
    nesting: 0,
    fragmentation: 1,
  });
});
