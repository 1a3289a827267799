import { expect, test } from '@jest/globals';
import { matrixGrid } from '@/components/comparison/matrix-grid';
import { cellWords } from '@/components/comparison/matrix-table';
import { compareReadings } from '@/lib/agreement/comparison/compare-readings';
import { labelMatrix } from '@/lib/agreement/comparison/label-matrix';
import { aReading } from '@/tests/builders/a-reading';

const matrix = labelMatrix(
  compareReadings([
    aReading('a', 'x 0-10', 'y 20-30', 'old 40-50'),
    aReading('b', 'x 0-10', 'x 20-30'),
    aReading('c', 'x 0-10', 'x 20-30'),
  ]),
);

test('each meeting stands once, in the codebook’s order, withdrawn labels last', () => {
  const { rows, most, total } = matrixGrid(matrix, ['y', 'never', 'x']);
  expect(
    rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell?.count ?? null)]),
  ).toEqual([
    ['y', null, 2, null, null],
    ['x', null, 4, null, null],
    ['old', null, null, null, 2],
  ]);
  expect([most, total]).toEqual([4, 8]);
  expect(matrixGrid([], ['x'])).toEqual({ rows: [], most: 0, total: 0 });
});

test('a meeting in words', () => {
  const words = matrix.map((cell) => cellWords(cell, (key) => key.toUpperCase()));
  expect(words).toEqual([
    'OLD met nobody’s mark 2 times, at 1 place',
    'X met the same label 4 times, at 2 places',
    'X met Y 2 times, at 1 place',
  ]);
});
