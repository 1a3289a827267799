'use client';

import { Button, Group, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CsvRecord } from './csv-text';
import classes from './figure-table.module.css';
import { fileName } from './picture-text';
import { SavedRows } from './saved-rows';
import { useAbout } from './saving';

/** A column of a table of figures. */
export type Column<Row> = {
  head: string;
  /** What the head means, on hover. */
  means?: string;
  isNumber?: boolean;
  cell: (row: Row) => ReactNode;
};

/** How many rows a table shows until more are asked for. */
export const firstRows = 12;

/** Figures as a table whose first column names the row; long ones are cut until asked for. CSV has all. */
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
      <div className={classes.box} role="region" aria-label={`${name}, as a table`} tabIndex={0}>
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
