import Papa from 'papaparse';
import { invalid } from '@/lib/refusal';

/** A row with what is in its cells, trimmed, and the line of the file on which it begins, from 1. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

const separators = [',', ';', '\t'] as const;

/** The separator that the first line with anything on it has most of, outside quotes; a comma if none. */
function separatorOf(text: string): string {
  const first = /^.*\S.*$/m.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const count = (separator: string) => first.split(separator).length;
  return separators.reduce<string>((best, one) => (count(one) > count(best) ? one : best), ',');
}

const breaks = (cell: string): number => cell.split(/\r\n|\r|\n/).length - 1;

/**
 * The rows of a table in text, with commas, semicolons or tabs between cells and any end of line; rows with
 * nothing in them are left out. Refuses a table that is empty, and one whose quotes do not close.
 */
export function tableRows(text: string): TableRow[] {
  const bare = text.replace(/^\ufeff/, '');
  const { data, errors } = Papa.parse<string[]>(bare, { delimiter: separatorOf(bare) });
  let line = 1;
  const lines = data.map((cells) => {
    const at = line;
    line += 1 + cells.reduce((sum, cell) => sum + breaks(cell), 0);
    return at;
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken)
    throw invalid(
      'file',
      `Line ${lines[broken.row ?? 0] ?? 1} has a quotation mark that is not closed. Write a quotation mark within a cell twice, and close the cell with one.`,
    );
  const rows = data
    .map((cells, at) => ({ line: lines[at] ?? 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0)
    throw invalid('file', 'There is nothing in it: a table needs a first row with names.');
  return rows;
}
