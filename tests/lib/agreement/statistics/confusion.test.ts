import { expect, test } from '@jest/globals';
import { compareLayers } from '@/lib/comparison/compare-layers';
import { pairsOf } from '@/lib/agreement/statistics/article-statistics';
import { confusionOf } from '@/lib/agreement/statistics/confusion';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

test('each pair says what met what', () => {
  const units = compareLayers([
    aComparedLayer('a', 'x 0-5', 'x 10-15', 'y 20-25'),
    aComparedLayer('b', 'x 0-5', 'y 10-15'),
    aComparedLayer('c'),
  ]);
  const cells = confusionOf(units, pairsOf(3), ['', 'x', 'y']);
  const rows = Array.from({ length: cells.length / 4 }, (_, at) => cells.slice(4 * at, 4 * at + 4));
  expect(rows).toEqual([
    [0, 1, 1, 1],
    [0, 1, 2, 1],
    [0, 2, 0, 1],
    [1, 1, 0, 2],
    [1, 2, 0, 1],
    [2, 1, 0, 1],
    [2, 2, 0, 1],
  ]);
});
