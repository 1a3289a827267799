import type { ComparedUnit } from '@/lib/comparison/compared-unit';
import type { MatrixCell } from '@/lib/comparison/label-matrix';
import { meetingsOf, inMatrixOrder, undirected } from '@/lib/comparison/label-matrix';
import { pairsOf } from './article-statistics';
import type { SelectedArticle } from '@/lib/agreement/panel/selection';

/**
 * The labels that each pair of layers gave the units: repeated quadruples of pair, label of the
 * first, label of the second, count. Labels are indices in `labels`, 0 for no annotation; pairs are
 * indices in `pairs`.
 */
export function confusionOf(
  units: readonly ComparedUnit[],
  pairs: readonly (readonly [first: number, second: number])[],
  labels: readonly string[],
): number[] {
  const indices = new Map(labels.map((label, at) => [label, at]));
  const indexOf = (label: string | null) => (label === null ? 0 : (indices.get(label) ?? 0));
  const side = labels.length;
  const counts = new Int32Array(pairs.length * side * side);
  for (const { versions } of units)
    for (const [pair, [first, second]] of pairs.entries()) {
      const [ones, others] = [
        versions[first]?.annotations ?? [],
        versions[second]?.annotations ?? [],
      ];
      if (ones.length + others.length === 0) continue;
      for (const [one, other] of meetingsOf(ones, others)) {
        const cell = (pair * side + indexOf(one)) * side + indexOf(other);
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
    }
  const cells: number[] = [];
  for (const [cell, count] of counts.entries()) {
    if (count === 0) continue;
    const pair = Math.floor(cell / (side * side));
    cells.push(pair, Math.floor(cell / side) % side, cell % side, count);
  }
  return cells;
}

/**
 * How often, in a pair, one gave `row` where the other gave `column`; null is no annotation.
 * Undirected: `row` sorts first, null last.
 */
type ConfusionCell = Omit<MatrixCell, 'units'>;

/**
 * The confusion of labels over all pairs of the chosen annotators; with `only`, the cells of that
 * label. Sorted by row, then column, no annotation last.
 */
export function confusionSums(
  selected: readonly SelectedArticle[],
  only?: string,
): ConfusionCell[] {
  const cells = new Map<string, ConfusionCell>();
  for (const { statistics, chosen } of selected) {
    const { confusion, labels, annotators } = statistics;
    const isChosen = pairsOf(annotators.length).map(
      ([one, other]) => chosen.includes(one) && chosen.includes(other),
    );
    for (let at = 0; at < confusion.length; at += 4) {
      const [pair = 0, first = 0, second = 0, count = 0] = confusion.slice(at, at + 4);
      if (isChosen[pair] !== true) continue;
      const labelAt = (index: number) => (index === 0 ? null : (labels[index] ?? ''));
      const [row, column] = undirected([labelAt(first), labelAt(second)]);
      if (only !== undefined && row !== only && column !== only) continue;
      const key = JSON.stringify([row, column]);
      const cell = cells.get(key) ?? { row, column, count: 0 };
      cell.count += count;
      cells.set(key, cell);
    }
  }
  return [...cells.values()].sort(inMatrixOrder);
}
