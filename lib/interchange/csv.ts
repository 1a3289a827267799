/**
 * How cells are written: `bare` as they are, `excel` so that a spreadsheet takes none for a
 * formula.
 */
export type CsvDialect = 'bare' | 'excel';

/** The byte order mark by which spreadsheets read a file as UTF-8. */
export const byteOrderMark = '\ufeff';

// Spreadsheets skip white space before a formula, and some read the full-width signs as plain ones.
const formula =
  /^'*(?:[\t\r\n]|[\p{White_Space}\u180e\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;
const special = /[",\r\n]|^[\s\ufeff]|\s$/;

/**
 * Guards a cell against formula injection: `'` goes before a cell that begins with = + - @
 * (full-width ones too), also after white space, and before tab, CR and LF. A cell that already has
 * such a quote gets another one, so that `bareCell` restores it exactly.
 */
export function excelCell(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The text of a cell before `excelCell` guarded it. */
export function bareCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** A cell as written: quoted where RFC 4180 requires it, and guarded for spreadsheets. */
export function csvCell(cell: string, dialect: CsvDialect): string {
  if (cell === '') return cell;
  const guarded = dialect === 'excel' ? excelCell(cell) : cell;
  return special.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Cells joined by commas. */
export function csvCells(cells: readonly string[], dialect: CsvDialect): string {
  return cells.map((cell) => csvCell(cell, dialect)).join(',');
}

/** The end of a row by RFC 4180. */
export const endOfRow = '\r\n';

/** A cell of a table for people: numbers are numbers for spreadsheets too, null is an empty cell. */
export type TableCell = string | number | null;

/**
 * A table for a spreadsheet: a byte order mark, a header, and a line for each row; texts are
 * guarded, numbers keep all their digits.
 */
export function excelTable(
  header: readonly string[],
  rows: readonly (readonly TableCell[])[],
): string {
  const written = (cell: TableCell) =>
    typeof cell === 'number' ? csvCell(`${cell}`, 'bare') : csvCell(cell ?? '', 'excel');
  const lines = [header, ...rows].map((row) => row.map(written).join(',') + endOfRow);
  return byteOrderMark + lines.join('');
}
