import type { TableRow } from './file-text';
import { invalid } from '@/lib/refusal';
import type { CodingTable, Value } from '@/lib/agreement/coding/coding-table';
import { codingTable } from '@/lib/agreement/coding/coding-table';

/** What the columns of a table are. */
export const orientations = ['coders', 'items'] as const;
/** One of `orientations`: a column for each coder, or a column for each item. */
export type Orientation = (typeof orientations)[number];

/** Codings of items from an uploaded table, with the assumptions made in parsing it. */
export type CodingData = {
  readonly kind: 'coding';
  readonly coders: readonly string[];
  readonly items: readonly string[];
  readonly table: CodingTable;
  /** Whether all values are numbers, so that they have an order and distances. */
  readonly isNumeric: boolean;
  readonly notes: readonly string[];
};

const isMissing = (cell: string): boolean => /^(?:|na|n\/a|nan|null|\*|\.)$/i.test(cell);
const isNumber = (cell: string): boolean => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(cell);

/** Names empty cells by their position. */
const named = (cells: readonly string[], what: string): string[] =>
  cells.map((cell, at) => cell || `${what} ${at + 1}`);

const turned = <T>(rows: readonly (readonly T[])[]): T[][] =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, at) =>
    rows.flatMap((row) => {
      const cell = row[at];
      return cell === undefined ? [] : [cell];
    }),
  );

/**
 * Parses a table whose first row names coders (by default) or items, and whose first column names
 * the others; empty cells and NA are missing. Without a first column of names (its header is then
 * neither empty nor “item”, “unit” or the like) every column is data. Throws a Refusal for a ragged
 * table and for one without items.
 */
export function readCodingRows(
  [header, ...rows]: readonly TableRow[],
  orientation: Orientation = 'coders',
): CodingData {
  const head = header?.cells ?? [];
  const ragged = rows.find(({ cells }) => cells.length !== head.length);
  if (ragged)
    throw invalid(
      'file',
      `Line ${ragged.line} has ${ragged.cells.length} cells, the first row has ${head.length}. Leave a cell empty where a value is missing, and quote cells that hold the separator.`,
    );
  if (rows.length === 0)
    throw invalid('file', 'There is only a first row with names. Add a row for each item.');
  const hasNames =
    /^(?:|items?|units?|documents?|article|id|coders?|raters?|annotators?|name)$/i.test(
      head[0] ?? '',
    );
  const from = hasNames ? 1 : 0;
  const across = named(head.slice(from), orientation === 'coders' ? 'Coder' : 'Item');
  const down = named(
    rows.map(({ cells }) => (hasNames ? (cells[0] ?? '') : '')),
    orientation === 'coders' ? 'Item' : 'Coder',
  );
  const texts = rows.map(({ cells }) => cells.slice(from));
  const isNumeric = texts.every((row) => row.every((cell) => isMissing(cell) || isNumber(cell)));
  const read = (cell: string): Value | null =>
    isMissing(cell) ? null : isNumeric ? Number(cell) : cell;
  const cells = texts.map((row) => row.map(read));
  const [coders, items] = orientation === 'coders' ? [across, down] : [down, across];
  const doubled = coders.find((coder, at) => coders.indexOf(coder) !== at);
  if (doubled !== undefined)
    throw invalid('file', `“${doubled}” is the name of two coders. Give each a name of their own.`);
  return {
    kind: 'coding',
    coders,
    items,
    table: codingTable(orientation === 'coders' ? turned(cells) : cells),
    isNumeric,
    notes: [
      `Parsed as ${coders.length} coder${coders.length === 1 ? '' : 's'} × ${items.length} item${items.length === 1 ? '' : 's'}: ${orientation === 'coders' ? 'a column is a coder' : 'a row is a coder'}.`,
    ],
  };
}
