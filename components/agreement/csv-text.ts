import papaparse from 'papaparse';

/** A row of a table as it is passed on: names of columns and bare values. */
export type CsvRecord = Record<string, string | number | null>;

/**
 * Records as CSV (RFC 4180: CRLF, a header), for spreadsheets: with a BOM, and a `'` before text that a
 * spreadsheet would take for a formula. Numbers have all their decimals; null is an empty cell.
 */
export function csvText(records: readonly CsvRecord[]): string {
  if (records.length === 0) return '';
  const text = papaparse.unparse([...records], { newline: '\r\n', escapeFormulae: true });
  return `\uFEFF${text}\r\n`;
}
