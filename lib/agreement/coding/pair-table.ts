import type { CodingTable } from './coding-table';

/** What two coders gave the items that both coded. */
export type PairTable = {
  /** How many values there are; `cells[c * size + k]` items had c of the first coder and k of the second. */
  readonly size: number;
  readonly cells: Float64Array;
  readonly items: number;
  /** By value, of the first coder and of the second. */
  readonly first: Float64Array;
  readonly second: Float64Array;
};

/** Crosses the first two coders of a table, or the two asked for; an item that one left out is left out. */
export function pairTable(table: CodingTable, one = 0, other = 1): PairTable {
  const size = table.values.length;
  const cells = new Float64Array(size * size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let items = 0;
  for (let from = 0; from < table.codes.length; from += table.coders) {
    const c = table.codes[from + one] ?? -1;
    const k = table.codes[from + other] ?? -1;
    if (c < 0 || k < 0) continue;
    cells[c * size + k] = (cells[c * size + k] ?? 0) + 1;
    first[c] = (first[c] ?? 0) + 1;
    second[k] = (second[k] ?? 0) + 1;
    items += 1;
  }
  return { size, cells, items, first, second };
}

/** Why a figure for two coders cannot be had from this table; null where it can. */
export function notAPair(table: CodingTable): string | null {
  return table.coders === 2
    ? null
    : `it compares two coders, and here ${table.coders === 1 ? 'is one' : `are ${table.coders}`}`;
}
