/** How cells are written: `bare` as they are; `excel` so that a spreadsheet takes none for a formula. */
export type CsvDialect = 'bare' | 'excel';

/** What a spreadsheet's file begins with, so that it is read as UTF-8. */
export const byteOrderMark = '\ufeff';

const formula = /^'*[=+\-@\t\r]/;
const special = /[",\r\n]|^[\s\ufeff]|\s$/;

/**
 * A cell that no spreadsheet takes for a formula: `'` goes before what begins with = + - @, tab or
 * CR. What already has such a quote gets another one, so that `bareCell` undoes it exactly.
 */
export function excelCell(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The bare text of a cell that `excelCell` wrote. */
export function bareCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One row of CSV by RFC 4180, with its CRLF: cells are quoted where they need to be. */
export function csvRow(cells: readonly string[], dialect: CsvDialect): string {
  let row = '';
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? '';
    if (at > 0) row += ',';
    if (cell !== '') row += quoted(dialect === 'excel' ? excelCell(cell) : cell);
  }
  return `${row}\r\n`;
}
