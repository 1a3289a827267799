import { expect, test } from '@jest/globals';
import { matrixGrid } from '@/components/workbench/matrix-grid';
import { cellText } from '@/components/comparison/matrix-table';
import { compareLayers } from '@/lib/comparison/compare-layers';
import { labelMatrix } from '@/lib/comparison/label-matrix';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const matrix = labelMatrix(
  compareLayers([
    aComparedLayer('a', 'x 0-10', 'y 20-30', 'old 40-50'),
    aComparedLayer('b', 'x 0-10', 'x 20-30'),
    aComparedLayer('c', 'x 0-10', 'x 20-30'),
  ]),
);

test('each cell is there once, in the codebook’s order, withdrawn labels last', () => {
  const { rows, max, total } = matrixGrid(matrix, ['y', 'never', 'x']);
  expect(
    rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell?.count ?? null)]),
  ).toEqual([
    ['y', null, 2, null, null],
    ['x', null, 4, null, null],
    ['old', null, null, null, 2],
  ]);
  expect([max, total]).toEqual([4, 8]);
  expect(matrixGrid([], ['x'])).toEqual({ rows: [], max: 0, total: 0 });
});

test('a cell in words', () => {
  const words = matrix.map((cell) => cellText(cell, (key) => key.toUpperCase()));
  expect(words).toEqual([
    'OLD and no annotation: 2 times, in 1 passage',
    'X and the same label: 4 times, in 2 passages',
    'X and Y: 2 times, in 1 passage',
  ]);
});
