/** What a coder may give an item. */
export type Value = string | number;

/**
 * Coders × items, in small numbers: `codes[item * coders + coder]` is the place in `values` of what the
 * coder gave the item, −1 where they gave nothing. Item by item, since every measure asks so.
 */
export type CodingTable = {
  readonly coders: number;
  readonly items: number;
  /** In order: an ordinal measure ranks by it. */
  readonly values: readonly Value[];
  readonly codes: Int16Array;
};

/** Numbers by size, before words in their order by code unit. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const maxValues = 32_767;

/**
 * A table of what each coder gave each item (null: nothing). The values are those that occur, in order;
 * or `values`, where a codebook has more than occur or another order. Rows are as long as the longest,
 * what a shorter one lacks is missing. Throws a RangeError at a value that `values` does not have.
 */
export function codingTable(
  ratings: readonly (readonly (Value | null)[])[],
  values?: readonly Value[],
): CodingTable {
  const coders = ratings.length;
  const items = ratings.reduce((max, row) => Math.max(max, row.length), 0);
  const indices = new Map<Value, number>(values?.map((value, index) => [value, index]));
  const seen: Value[] = [...(values ?? [])];
  const codes = new Int16Array(coders * items).fill(-1);
  for (const [coder, row] of ratings.entries())
    for (let item = 0; item < row.length; item += 1) {
      const value = row[item];
      if (value === null || value === undefined) continue;
      let index = indices.get(value);
      if (index === undefined) {
        if (values !== undefined) throw new RangeError(`${value} is none of the values`);
        if (seen.length > maxValues)
          throw new RangeError('there are more values than can be coded');
        index = seen.push(value) - 1;
        indices.set(value, index);
      }
      codes[item * coders + coder] = index;
    }
  if (values !== undefined) return { coders, items, values, codes };
  const sorted = seen.toSorted(compareValues);
  const placed = new Map(sorted.map((value, index) => [value, index]));
  const moved = Int16Array.from(seen, (value) => placed.get(value) ?? -1);
  for (let cell = 0; cell < codes.length; cell += 1) {
    const code = codes[cell] ?? -1;
    if (code >= 0) codes[cell] = moved[code] ?? -1;
  }
  return { coders, items, values: sorted, codes };
}

/** The same table with only some of its coders, in the order of `chosen`; the values stay. */
export function withCoders(table: CodingTable, chosen: readonly number[]): CodingTable {
  const codes = new Int16Array(chosen.length * table.items);
  for (let item = 0; item < table.items; item += 1)
    for (const [index, coder] of chosen.entries())
      codes[item * chosen.length + index] = table.codes[item * table.coders + coder] ?? -1;
  return { ...table, coders: chosen.length, codes };
}

/** The same table with the items of `chosen`, in that order; one may come more than once. */
export function withItems(table: CodingTable, chosen: ArrayLike<number>): CodingTable {
  const codes = new Int16Array(table.coders * chosen.length);
  for (let index = 0; index < chosen.length; index += 1) {
    const from = (chosen[index] ?? 0) * table.coders;
    codes.set(table.codes.subarray(from, from + table.coders), index * table.coders);
  }
  return { ...table, items: chosen.length, codes };
}
