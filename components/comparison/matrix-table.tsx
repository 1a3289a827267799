import type { LabelLookup } from '@/components/article-text/labels';
import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { counted } from '@/components/ui/format-text';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { MatrixCell } from '@/lib/comparison/label-matrix';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import { matrixGrid } from '@/components/workbench/matrix-grid';
import classes from './matrix-table.module.css';

/** A meeting in words: “Loaded framing met nobody’s mark 12 times, at 7 places”. */
export function cellText(
  { row, column, count, units }: MatrixCell,
  nameOf: (label: string) => string,
): string {
  const otherName =
    column === null ? 'nobody’s mark' : column === row ? 'the same label' : nameOf(column);
  return `${nameOf(row)} met ${otherName} ${counted(count, 'time')}, at ${counted(units.length, 'place')}`;
}

/** Which label met which, over every two readings and every place; each count leads to its places. */
export function MatrixTable({
  matrix,
  lookup,
  cell: chosen,
  onChoose,
}: {
  matrix: readonly MatrixCell[];
  lookup: LabelLookup;
  cell: ComparisonPageQuery['cell'];
  onChoose: (cell: MatrixCell) => void;
}) {
  const { rows, max, total } = useMemo(
    () =>
      matrixGrid(
        matrix,
        lookup.offered.map(({ key }) => key),
      ),
    [matrix, lookup],
  );
  const nameOf = (key: string) => lookup.of(key).name;
  if (rows.length === 0) return <Text size="sm">Nobody has marked anything yet.</Text>;
  return (
    <div className={classes.box} role="region" aria-label="Which label met which" tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>
          How often one reading said the label of the row where another said that of the column,
          over every two readings. A number leads to its places.
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>Label</VisuallyHidden>
            </th>
            {rows.map(({ label }) => (
              <th key={label} scope="col" title={nameOf(label)} aria-label={nameOf(label)}>
                <LabelHighlight label={lookup.of(label)} text={lookup.of(label).tag} />
              </th>
            ))}
            <th scope="col" className={classes.noAuthor}>
              nobody
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }, at) => (
            <tr key={label}>
              <th scope="row">
                <LabelHighlight label={lookup.of(label)} text={nameOf(label)} />
              </th>
              {cells.map((cell, index) => (
                <td key={index} data-same={index === at || undefined}>
                  {cell === null ? (
                    index >= at && <span className={classes.none}>0</span>
                  ) : (
                    <UnstyledButton
                      className={classes.cell}
                      style={{ '--share': cell.count / max }}
                      aria-label={cellText(cell, nameOf)}
                      aria-pressed={cell.row === chosen?.row && cell.column === chosen.column}
                      title={`${cellText(cell, nameOf)}; ${Math.round((100 * cell.count) / total)} % of all`}
                      onClick={() => onChoose(cell)}
                    >
                      {cell.count.toLocaleString('en')}
                    </UnstyledButton>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
