import type { TableCell } from '@/lib/interchange/csv';
import { excelTable } from '@/lib/interchange/csv';

/** A row of a table as it is passed on: names of columns and bare values. */
export type CsvRecord = Record<string, TableCell>;

/** Records as CSV for spreadsheets, the first one's names as the header; nothing of no records. */
export function csvText(records: readonly CsvRecord[]): string {
  const [first] = records;
  if (first === undefined) return '';
  const columns = Object.keys(first);
  return excelTable(
    columns,
    records.map((record) => columns.map((column) => record[column] ?? null)),
  );
}
