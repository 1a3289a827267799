/** A value that a coder gives an item. */
export type Value = string | number;

/**
 * Coders × items, as codes: `codes[item * coders + coder]` is the index in `values` of the value
 * that the coder gave the item, −1 where there is none. Stored item by item, since every measure
 * iterates so.
 */
export type CodingTable = {
  readonly coders: number;
  readonly items: number;
  /** Sorted: ordinal measures rank by this order. */
  readonly values: readonly Value[];
  readonly codes: Int16Array;
};

/** Compares numbers by size; numbers come before words, and words are in order of code units. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const maxValues = 32_767;

/**
 * Builds a table from each coder’s values by item (null: missing). `values` defaults to those that
 * occur, sorted; give it where a codebook has more values or another order. Shorter rows are padded
 * with missing values. Throws a RangeError for a value that is not in `values`.
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

/** The table with some of its coders only, in the order of `chosen`; `values` stays. */
export function withCoders(table: CodingTable, chosen: readonly number[]): CodingTable {
  const codes = new Int16Array(chosen.length * table.items);
  for (let item = 0; item < table.items; item += 1)
    for (const [index, coder] of chosen.entries())
      codes[item * chosen.length + index] = table.codes[item * table.coders + coder] ?? -1;
  return { ...table, coders: chosen.length, codes };
}

/** The table with the items of `chosen`, in that order; an item may occur more than once. */
export function withItems(table: CodingTable, chosen: ArrayLike<number>): CodingTable {
  const codes = new Int16Array(table.coders * chosen.length);
  for (let index = 0; index < chosen.length; index += 1) {
    const from = (chosen[index] ?? 0) * table.coders;
    codes.set(table.codes.subarray(from, from + table.coders), index * table.coders);
  }
  return { ...table, items: chosen.length, codes };
}

/**
 * Visits every item: how many coders gave it each value, and how many gave it any. The counts array
 * is reused for the next item.
 */
export function eachItem(
  { coders, items, values, codes }: CodingTable,
  visit: (counts: Int32Array, rated: number) => void,
): void {
  const counts = new Int32Array(values.length);
  for (let item = 0; item < items; item += 1) {
    counts.fill(0);
    let rated = 0;
    for (let cell = item * coders; cell < (item + 1) * coders; cell += 1) {
      const code = codes[cell] ?? -1;
      if (code < 0) continue;
      counts[code] = (counts[code] ?? 0) + 1;
      rated += 1;
    }
    visit(counts, rated);
  }
}

/**
 * The credit for two different values: none, linear in the distance of their ranks, or quadratic.
 */
export type Weighting = 'plain' | 'linear' | 'quadratic';

/**
 * The credit for two of `values` ordered values, by rank: 1 where they are equal, 0 where they are
 * farthest apart. Ranks are indices in the list of all values, unused ones included.
 */
export function closeness(weighting: Weighting, values: number): (c: number, k: number) => number {
  if (weighting === 'plain') return (c, k) => (c === k ? 1 : 0);
  const widest = Math.max(values - 1, 1);
  if (weighting === 'linear') return (c, k) => 1 - Math.abs(c - k) / widest;
  return (c, k) => 1 - ((c - k) / widest) ** 2;
}
