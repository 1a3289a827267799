import type { SubsetView } from '@/lib/agreement/agreement-view';
import type { Column } from './figure-table';
import type { FigureView } from './figure-text';
import { figureText, notDefined } from './figure-text';

/** A figure in a table; where it is not defined, why, on hover and for screen readers. */
export function FigureCell({ figure }: { figure: FigureView }) {
  const why = notDefined(figure);
  return why === null ? (
    figureText(figure)
  ) : (
    <span title={why} role="img" aria-label={why}>
      –
    </span>
  );
}

/** The columns of what is told of some of the readings. */
export const subsetColumns: readonly Column<SubsetView>[] = [
  { head: 'uα', isNumber: true, cell: (row) => <FigureCell figure={row.uAlphaPooled} /> },
  { head: 'F1 partial', isNumber: true, cell: (row) => <FigureCell figure={row.f1Partial} /> },
  { head: 'F1 exact', isNumber: true, cell: (row) => <FigureCell figure={row.f1Exact} /> },
  { head: 'Marks', isNumber: true, cell: (row) => row.n.toLocaleString('en-US') },
  { head: 'Articles', isNumber: true, cell: (row) => row.articles.toLocaleString('en-US') },
];
