import { expect, test } from '@jest/globals';
import { clustersOf } from '@/lib/agreement/statistics/clusters';
import { annotatorLayers } from '@/tests/builders/some-statistics';

test('stretches of one label that overlap are one thing, those that touch are two', () => {
  const layers = annotatorLayers({
    ada: ['x 0-10', 'x 30-40', 'x 50-55', 'y 2-3'],
    ben: ['x 8-20', 'x 40-45'],
    cleo: ['x 18-30'],
  });
  expect(clustersOf(layers, ['', 'x', 'y'])).toEqual([
    [1, '111', 1],
    [1, '100', 2],
    [1, '010', 1],
    [2, '100', 1],
  ]);
});
