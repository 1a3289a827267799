import { inMatrixOrder, undirected } from '@/lib/comparison/label-matrix';
import type { MatrixCell } from '@/lib/comparison/label-matrix';
import { pairsOf } from '../statistics/article-statistics';
import type { SelectedArticle } from './selection';

/** How often, in a pair, one said `row` where the other said `column`; null is nobody. Not directed: `row` sorts first, null last. */
export type ConfusionCell = Omit<MatrixCell, 'units'>;

/** What met what, over all pairs of the chosen annotators; with `only`, the cells of that label. Sorted by row, then column, nobody last. */
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
