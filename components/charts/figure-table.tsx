'use client';

import type { CsvRecord } from './saved-files';
import { fileName } from './picture';
import { SavedRows, useAbout } from './saved-files';
import { Button, Group, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import classes from './figure-table.module.css';
import type { SubsetView } from '@/lib/agreement/agreement-view';
import type { FigureView } from './figure-text';
import { figureText, notDefined } from './figure-text';

/** A column of a table of figures. */
export type Column<Row> = {
  head: string;
  /** The meaning of the header, on hover. */
  means?: string;
  isNumber?: boolean;
  cell: (row: Row) => ReactNode;
};

/** The number of rows that a table shows at first. */
export const firstRows = 12;

/**
 * A table of figures whose first column names the row; long ones are cut until the user shows all.
 * The CSV has all rows.
 */
export function FigureTable<Row>({
  name,
  rows,
  keyOf,
  columns,
  record,
  shown = firstRows,
}: {
  name: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  record: (row: Row) => CsvRecord;
  shown?: number;
}) {
  const [isAll, setAll] = useState(false);
  const { project } = useAbout();
  return (
    <div className={classes.table}>
      <div className={classes.box} role="region" aria-label={`${name}, table`} tabIndex={0}>
        <Table verticalSpacing={6} horizontalSpacing="sm" aria-label={name}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ head, means, isNumber }) => (
                <Table.Th key={head} title={means} ta={isNumber ? 'end' : undefined}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, isAll ? undefined : shown).map((row) => (
              <Table.Tr key={keyOf(row)}>
                {columns.map(({ head, isNumber, cell }, at) =>
                  at === 0 ? (
                    <Table.Th key={head} scope="row" className={classes.name}>
                      {cell(row)}
                    </Table.Th>
                  ) : (
                    <Table.Td
                      key={head}
                      ta={isNumber ? 'end' : undefined}
                      className={isNumber ? classes.number : classes.text}
                      data-figures={isNumber || undefined}
                    >
                      {cell(row)}
                    </Table.Td>
                  ),
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group gap={4} mt={4}>
        {rows.length > shown && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isAll}
            onClick={() => setAll(!isAll)}
          >
            {isAll ? `Show the first ${shown}` : `Show all ${rows.length.toLocaleString('en-US')}`}
          </Button>
        )}
        <SavedRows
          name={name}
          file={fileName(`${project} ${name}`)}
          records={() => rows.map(record)}
        />
      </Group>
    </div>
  );
}

/**
 * A figure in a table; where it is not defined, the reason is given on hover and to screen readers.
 */
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

/** The columns of figures of a subset of the annotations. */
export const subsetColumns: readonly Column<SubsetView>[] = [
  { head: 'uα', isNumber: true, cell: (row) => <FigureCell figure={row.uAlphaPooled} /> },
  { head: 'F1 partial', isNumber: true, cell: (row) => <FigureCell figure={row.f1Partial} /> },
  { head: 'F1 exact', isNumber: true, cell: (row) => <FigureCell figure={row.f1Exact} /> },
  { head: 'Annotations', isNumber: true, cell: (row) => row.n.toLocaleString('en-US') },
  { head: 'Articles', isNumber: true, cell: (row) => row.articles.toLocaleString('en-US') },
];
