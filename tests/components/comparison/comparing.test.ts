import { expect, test } from '@jest/globals';
import { compare } from '@/components/comparison/comparing';
import { compareReadings } from '@/lib/agreement/comparison/compare-readings';
import { heatOf } from '@/lib/agreement/comparison/heat';
import { labelMatrix } from '@/lib/agreement/comparison/label-matrix';
import { aReading } from '@/tests/builders/a-reading';

const readings = [
  aReading('a', 'x 0-10', 'x 20-30'),
  aReading('b', 'x 0-10', 'y 20-30'),
  aReading('c', 'x 2-10'),
];

test('finds what the API finds, breathing in between', async () => {
  let breaths = 0;
  const found = await compare(readings, () => Promise.resolve(void breaths++));
  const units = compareReadings(readings);
  expect(found.units).toMatchObject(units);
  expect(found.units.map(({ parting, labels }) => [parting, [...labels]])).toEqual([
    [2, ['x']],
    [3, ['x', 'y']],
  ]);
  expect(found.matrix).toEqual(labelMatrix(units));
  expect(found.heat).toEqual(heatOf(readings));
  expect(breaths).toBeGreaterThan(2);
});

test('with fewer readings finds the same as if there had never been more', async () => {
  const at = () => Promise.resolve();
  await compare(readings, at);
  const two = readings.slice(1);
  expect((await compare(two, at)).units).toMatchObject(compareReadings(two));
});

test('stops where it is told to', async () => {
  await expect(compare(readings, () => Promise.reject(new Error('others')))).rejects.toThrow(
    'others',
  );
});
