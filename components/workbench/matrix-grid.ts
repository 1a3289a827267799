/** How often one label met another, or nobody. */
type Meeting = { row: string; column: string | null; count: number };

/** A row of the matrix: what met its label, column by column; null where that stands in another row, or never was. */
type MatrixRow<Cell> = { label: string; cells: (Cell | null)[] };

/** The matrix as a table. Its columns are the labels of its rows, then nobody. */
type MatrixGrid<Cell> = { rows: MatrixRow<Cell>[]; max: number; total: number };

/**
 * Lays the cells out as a triangle, since which of two readings said which label is not told: each
 * meeting stands once, in the row of the label that comes first. Labels in the order given, those it
 * does not have after them; labels that nobody used are left out.
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
