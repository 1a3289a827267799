import { expect, test } from '@jest/globals';
import { compare } from '@/components/workbench/comparing';
import { compareLayers } from '@/lib/comparison/compare-layers';
import { heatOf } from '@/lib/comparison/heat';
import { labelMatrix } from '@/lib/comparison/label-matrix';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const layers = [
  aComparedLayer('a', 'x 0-10', 'x 20-30'),
  aComparedLayer('b', 'x 0-10', 'y 20-30'),
  aComparedLayer('c', 'x 2-10'),
];

test('finds what the API finds, in steps', async () => {
  let breaths = 0;
  const found = await compare(layers, () => Promise.resolve(void breaths++));
  const units = compareLayers(layers);
  expect(found.units).toMatchObject(units);
  expect(
    found.units.map(({ disagreeingPairs, labels }) => [disagreeingPairs, [...labels]]),
  ).toEqual([
    [2, ['x']],
    [3, ['x', 'y']],
  ]);
  expect(found.matrix).toEqual(labelMatrix(units));
  expect(found.heat).toEqual(heatOf(layers));
  expect(breaths).toBeGreaterThan(2);
});

test('with fewer layers finds the same as if there had never been more', async () => {
  const at = () => Promise.resolve();
  await compare(layers, at);
  const two = layers.slice(1);
  expect((await compare(two, at)).units).toMatchObject(compareLayers(two));
});

test('stops where its pause rejects', async () => {
  await expect(compare(layers, () => Promise.reject(new Error('others')))).rejects.toThrow(
    'others',
  );
});
