import { reportLines } from '@/lib/agreement/calculator/report';
import type { FileAnswer } from '@/lib/agreement/calculator/answer-file';
import type { TableCell } from '@/lib/interchange/csv';
import { excelTable } from '@/lib/interchange/csv';

const columns = ['id', 'measure', 'params', 'value', 'reason', 'n', 'interval'] as const;

const cell = (value: unknown): TableCell => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
};

/**
 * The result as CSV for a spreadsheet, a row for each figure; parameters and structured results as
 * JSON.
 */
export function answerCsv(name: string, answer: FileAnswer): string {
  const lines: readonly Readonly<Record<string, unknown>>[] =
    answer.kind === 'checks' ? answer.lines : reportLines(name, answer.report);
  return excelTable(
    columns,
    lines.map((line) => columns.map((column) => cell(line[column]))),
  );
}
