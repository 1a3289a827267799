import type { PanelView } from '@/lib/agreement/agreement-view';

type Cell = PanelView['confusion'][number];

/** A confusion as a triangle: labels in rows, the same labels and then nobody in columns. */
export type ConfusionGrid = {
  labels: string[];
  /** null where a cell stands in another row. */
  count: (row: number, column: number) => number | null;
  most: number;
  total: number;
};

/**
 * Lays a confusion out. It has no direction, so each meeting of two labels stands once, above the
 * diagonal; the last column is nobody. Labels in the given order, those it does not have after them;
 * labels that nobody used are left out.
 */
export function confusionGrid(confusion: readonly Cell[], order: readonly string[]): ConfusionGrid {
  const used = new Set(
    confusion.flatMap(({ row, column }) => (column === null ? [row] : [row, column])),
  );
  const labels = [
    ...order.filter((label) => used.has(label)),
    ...[...used].filter((label) => !order.includes(label)).sort(),
  ];
  const place = new Map(labels.map((label, at) => [label, at]));
  const counts = new Map<string, number>();
  for (const { row, column, count } of confusion) {
    const one = place.get(row) ?? 0;
    const other = column === null ? labels.length : (place.get(column) ?? 0);
    const key = `${Math.min(one, other)} ${Math.max(one, other)}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return {
    labels,
    count: (row, column) => (column < row ? null : (counts.get(`${row} ${column}`) ?? 0)),
    most: Math.max(0, ...counts.values()),
    total: confusion.reduce((sum, { count }) => sum + count, 0),
  };
}
