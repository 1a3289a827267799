import { expect, test } from '@jest/globals';
import { compareLayers } from '@/lib/comparison/compare-layers';
import { pairsOf } from '@/lib/agreement/statistics/article-statistics';
import { confusionOf, confusionSums } from '@/lib/agreement/statistics/confusion';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';
import { selectedFrom } from '@/tests/builders/some-statistics';

test('each pair gives its pairs of labels', () => {
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

const selected = selectedFrom(
  { ada: ['x 0-5', 'x 10-15'], ben: ['x 0-5', 'y 10-15'], cleo: [] },
  { ben: ['x 10-15'], ada: ['y 10-15', 'y 20-25'] },
);

test('pairs of labels are summed over pairs and articles, in either order', () => {
  expect(confusionSums(selected)).toEqual([
    { row: 'x', column: 'x', count: 1 },
    { row: 'x', column: 'y', count: 2 },
    { row: 'x', column: null, count: 3 },
    { row: 'y', column: null, count: 2 },
  ]);
});

test('one label, and the chosen annotators alone', () => {
  expect(confusionSums(selected, 'y').map(({ row, column }) => [row, column])).toEqual([
    ['x', 'y'],
    ['y', null],
  ]);
  const two = selected.map((article) => ({ ...article, chosen: [0, 1] }));
  expect(confusionSums(two)).toEqual([
    { row: 'x', column: 'x', count: 1 },
    { row: 'x', column: 'y', count: 2 },
    { row: 'y', column: null, count: 1 },
  ]);
});
