import type { LabelLookup } from '@/components/article-text/labels';
import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { counted } from '@/components/ui/format-text';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { MatrixCell } from '@/lib/comparison/label-matrix';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import { matrixGrid } from '@/components/workbench/matrix-grid';
import classes from './matrix-table.module.css';

/** A cell in words: “Loaded framing and no annotation: 12 times, in 7 passages”. */
export function cellText(
  { row, column, count, units }: MatrixCell,
  nameOf: (label: string) => string,
): string {
  const otherName =
    column === null ? 'no annotation' : column === row ? 'the same label' : nameOf(column);
  return `${nameOf(row)} and ${otherName}: ${counted(count, 'time')}, in ${counted(units.length, 'passage')}`;
}

/** How often labels occur together, over every two layers and every unit; each count opens its passages. */
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
  if (rows.length === 0) return <Text size="sm">Nobody has annotated anything yet.</Text>;
  return (
    <div className={classes.box} role="region" aria-label="Label matrix" tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>
          How often one analyst chose the label of the row where another chose that of the column,
          over every two analysts. A number opens its passages.
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
              none
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
