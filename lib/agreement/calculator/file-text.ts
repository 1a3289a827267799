import { Refusal, invalid } from '@/lib/refusal';
import Papa from 'papaparse';

/** The largest file that is parsed, in bytes; a larger one could exhaust a page’s memory. */
export const maxFileBytes = 50_000_000;

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

/** Throws a Refusal for a file that is too large, before it is loaded. */
export function checkSize(bytes: number): void {
  if (bytes > maxFileBytes)
    throw new Refusal(
      'too-large',
      `The file has ${inMegabytes(bytes)}, and at most ${inMegabytes(maxFileBytes)} are accepted. Split it, for example by document, or leave out columns that are not needed.`,
    );
}

/** The first line, counted from 1, that is not valid UTF-8. */
function unreadableLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const next = bytes.indexOf(10, from);
    const to = next === -1 ? bytes.length : next;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return line;
}

/**
 * Decodes a file: UTF-8, or UTF-16 as spreadsheets write it, with or without a byte order mark.
 * Throws a Refusal for a file that is too large or in another encoding, with the line.
 */
export function fileText(bytes: Uint8Array): string {
  checkSize(bytes.length);
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xff_fe || mark === 0xfe_ff)
    return new TextDecoder(mark === 0xff_fe ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = unreadableLine(bytes);
    throw invalid('file', `Line ${line} is not UTF-8. Save the file as “CSV UTF-8” and try again.`);
  }
}

/** A row with its trimmed cells and the line of the file at which it begins, from 1. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

const separators = [',', ';', '\t'] as const;

/**
 * The separator that occurs most often in the first non-empty line, outside quotes; a comma where
 * none does.
 */
function separatorOf(text: string): string {
  const first = /^.*\S.*$/m.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const count = (separator: string) => first.split(separator).length;
  return separators.reduce<string>((best, one) => (count(one) > count(best) ? one : best), ',');
}

const breaks = (cell: string): number => cell.split(/\r\n|\r|\n/).length - 1;

/**
 * Parses a table with commas, semicolons or tabs between cells and any line ending; empty rows are
 * dropped. Throws a Refusal for an empty table and for unclosed quotes.
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
    throw invalid('file', 'The file is empty: a table needs a first row with names.');
  return rows;
}
