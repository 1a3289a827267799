import { saveFile } from '@/components/ui/save-or-copy';
import { createContext, useContext } from 'react';
import type { TableCell } from '@/lib/interchange/csv';
import { excelTable } from '@/lib/interchange/csv';
import type { FigureView } from './figure-text';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

/** What is written on all saved files: the project, and the selected annotations in words. */
type About = { project: string; selection: string };

const about = createContext<About>({ project: '', selection: '' });

/** Provides it to the components inside. */
export const AboutSaved = about.Provider;

/** What to write on saved files. */
export const useAbout = (): About => useContext(about);

/** A row of a CSV table: column names and values. */
export type CsvRecord = Record<string, TableCell>;

/** Records as CSV for spreadsheets, the first one’s keys as the header; empty without records. */
export function csvText(records: readonly CsvRecord[]): string {
  const [first] = records;
  if (first === undefined) return '';
  const columns = Object.keys(first);
  return excelTable(
    columns,
    records.map((record) => columns.map((column) => record[column] ?? null)),
  );
}

type FigureWithInterval = FigureView & {
  interval?: { low: number; high: number } | null;
  intervalReason?: string | null;
};

/** A figure as cells: its value, why it is not defined, and its interval where it can have one. */
export function figureRecord(name: string, figure: FigureWithInterval): CsvRecord {
  const bare = { [name]: figure.value, [`${name}_reason`]: figure.reason };
  if (figure.interval === undefined) return bare;
  return {
    ...bare,
    [`${name}_low`]: figure.interval?.low ?? null,
    [`${name}_high`]: figure.interval?.high ?? null,
    [`${name}_interval_reason`]: figure.intervalReason ?? null,
  };
}

type SubsetFigures = {
  articles: number;
  n: number;
  uAlphaPooled: FigureView;
  f1Partial: FigureView;
  f1Exact: FigureView;
};

/** The figures of a subset of the annotations, as cells. */
export function subsetRecord({
  articles,
  n,
  uAlphaPooled,
  f1Partial,
  f1Exact,
}: SubsetFigures): CsvRecord {
  return {
    articles,
    annotations: n,
    ...figureRecord('u_alpha_pooled', uAlphaPooled),
    ...figureRecord('f1_partial', f1Partial),
    ...figureRecord('f1_exact', f1Exact),
  };
}

/** A button that saves all rows of a table, with all decimals, as CSV. */
export function SavedRows({
  name,
  file,
  records,
}: {
  /** The name of the table. */
  name: string;
  file: string;
  records: () => CsvRecord[];
}) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={15} aria-hidden />}
      aria-label={`${name}: save as CSV`}
      onClick={() =>
        saveFile(`${file}.csv`, new Blob([csvText(records())], { type: 'text/csv;charset=utf-8' }))
      }
    >
      CSV
    </Button>
  );
}
