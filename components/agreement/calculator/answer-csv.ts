import type { FileAnswer } from '@/lib/agreement/calculator/answer-file';
import { reportLines } from '@/lib/agreement/calculator/report-lines';
import type { TableCell } from '@/lib/interchange/csv';
import { excelTable } from '@/lib/interchange/csv';

const columns = ['id', 'measure', 'params', 'value', 'reason', 'n', 'interval'] as const;

const cell = (value: unknown): TableCell => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
};

/** The figures as CSV for a spreadsheet, one a row; parameters and results of several parts in JSON. */
export function answerCsv(name: string, answer: FileAnswer): string {
  const lines: readonly Readonly<Record<string, unknown>>[] =
    answer.kind === 'checks' ? answer.lines : reportLines(name, answer.report);
  return excelTable(
    columns,
    lines.map((line) => columns.map((column) => cell(line[column]))),
  );
}
