import { eachItem } from './coding-table';
import type { CodingTable, Value } from './coding-table';

/** The value of an item that can have several labels: the labels, sorted and unique. */
export type LabelSet = readonly string[];

/**
 * The coincidence matrix of values within items: all that Krippendorff’s α needs of a document.
 * `observed[c * values.length + k]` is o_ck: the pairs of c and k in an item, divided by its coders
 * − 1. The sum of a row is the number of pairable occurrences of its value.
 */
export type Coincidences<V extends Value | LabelSet = Value> = {
  readonly values: readonly V[];
  readonly observed: Float64Array;
};

/**
 * Adds an item to a matrix: `counts` is how many coders gave each value; the item counts `weight`
 * times.
 */
export function addCoincidences(
  observed: Float64Array,
  counts: ArrayLike<number>,
  rated: number,
  weight = 1,
): void {
  if (rated < 2) return;
  const size = counts.length;
  const share = weight / (rated - 1);
  for (let c = 0; c < size; c += 1) {
    const count = counts[c] ?? 0;
    if (count === 0) continue;
    const row = c * size;
    observed[row + c] = (observed[row + c] ?? 0) + share * count * (count - 1);
    for (let k = 0; k < c; k += 1) {
      const other = counts[k] ?? 0;
      if (other === 0) continue;
      const pairs = share * count * other;
      observed[row + k] = (observed[row + k] ?? 0) + pairs;
      observed[k * size + c] = (observed[k * size + c] ?? 0) + pairs;
    }
  }
}

/** The coincidences of a table. Items with fewer than two coders add nothing. */
export function coincidencesOf(table: CodingTable): Coincidences {
  const observed = new Float64Array(table.values.length ** 2);
  eachItem(table, (counts, rated) => addCoincidences(observed, counts, rated));
  return { values: table.values, observed };
}

/**
 * The coincidences of a run-length encoded text: each run has a code for each coder (an index in
 * `values`; −1: not assigned) and counts `weight` times, once for each character, token or sentence
 * that it covers.
 */
export function coincidencesOfRuns<V extends Value | LabelSet>(
  values: readonly V[],
  runs: Iterable<{ readonly codes: ArrayLike<number>; readonly weight: number }>,
): Coincidences<V> {
  const observed = new Float64Array(values.length ** 2);
  const counts = new Int32Array(values.length);
  for (const { codes, weight } of runs) {
    counts.fill(0);
    let rated = 0;
    for (let coder = 0; coder < codes.length; coder += 1) {
      const code = codes[coder] ?? -1;
      if (code < 0) continue;
      counts[code] = (counts[code] ?? 0) + 1;
      rated += 1;
    }
    addCoincidences(observed, counts, rated, weight);
  }
  return { values, observed };
}

/**
 * The summed coincidences of several documents. Values are matched by content, whatever their
 * indices, and keep the order in which they first occur.
 */
export function sumCoincidences<V extends Value | LabelSet>(
  parts: readonly Coincidences<V>[],
): Coincidences<V> {
  const indices = new Map<string, number>();
  const values: V[] = [];
  const moves = parts.map((part) =>
    part.values.map((value) => {
      const key = JSON.stringify(value);
      const index = indices.get(key) ?? values.push(value) - 1;
      indices.set(key, index);
      return index;
    }),
  );
  const observed = new Float64Array(values.length ** 2);
  for (const [at, part] of parts.entries()) {
    const move = moves[at] ?? [];
    for (const [c, row] of move.entries())
      for (const [k, column] of move.entries()) {
        const cell = row * values.length + column;
        observed[cell] = (observed[cell] ?? 0) + (part.observed[c * move.length + k] ?? 0);
      }
  }
  return { values, observed };
}
