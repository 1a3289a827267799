/** How often two labels occur together; `column` null is no annotation. */
type Meeting = { row: string; column: string | null; count: number };

/** A row of the matrix: its cells by column; null where the cell is in another row or empty. */
type MatrixRow<Cell> = { label: string; cells: (Cell | null)[] };

/** The matrix as a table. Its columns are the labels of its rows, then the one for no annotation. */
type MatrixGrid<Cell> = { rows: MatrixRow<Cell>[]; max: number; total: number };

/**
 * Lays the cells out as a triangle, since the matrix is undirected: each cell is in the row of the label
 * that comes first. Labels are in the given order, others after them; unused labels are left out.
 */
export function matrixGrid<Cell extends Meeting>(
  matrix: readonly Cell[],
  order: readonly string[],
): MatrixGrid<Cell> {
  const used = new Set(
    matrix.flatMap(({ row, column }) => (column === null ? [row] : [row, column])),
  );
  const labels = [
    ...order.filter((label) => used.has(label)),
    ...[...used].filter((label) => !order.includes(label)).sort(),
  ];
  const name = (row: string, column: string | null) => JSON.stringify([row, column]);
  const cells = new Map(matrix.map((cell) => [name(cell.row, cell.column), cell]));
  const meeting = (one: string, other: string) =>
    cells.get(name(one, other)) ?? cells.get(name(other, one)) ?? null;
  return {
    rows: labels.map((label, at) => ({
      label,
      cells: [
        ...labels.map((other, index) => (index < at ? null : meeting(label, other))),
        cells.get(name(label, null)) ?? null,
      ],
    })),
    max: Math.max(0, ...matrix.map(({ count }) => count)),
    total: matrix.reduce((sum, { count }) => sum + count, 0),
  };
}
