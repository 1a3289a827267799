import type { CodingTable, Value } from '../coding/coding-table';
import { compareValues } from '../coding/coding-table';

/**
 * Annotators’ votes on items, as numbers, item by item: the votes of item i are those from
 * `start[i]` to before `start[i + 1]`. An annotator may vote more than once on an item.
 */
export type Votes = {
  readonly items: number;
  readonly annotators: number;
  readonly classes: readonly Value[];
  readonly start: Int32Array;
  readonly annotator: Int32Array;
  readonly label: Int32Array;
  /** How many identical items each item stands for; by default one. */
  readonly weight?: Float64Array;
};

/** The votes in a coding table: missing values are no votes. */
export function votesOf({ coders, items, values, codes }: CodingTable): Votes {
  const count = codes.reduce((sum, code) => sum + (code < 0 ? 0 : 1), 0);
  const start = new Int32Array(items + 1);
  const annotator = new Int32Array(count);
  const label = new Int32Array(count);
  let at = 0;
  for (let item = 0; item < items; item += 1) {
    for (let coder = 0; coder < coders; coder += 1) {
      const code = codes[item * coders + coder] ?? -1;
      if (code < 0) continue;
      annotator[at] = coder;
      label[at] = code;
      at += 1;
    }
    start[item + 1] = at;
  }
  return { items, annotators: coders, classes: values, start, annotator, label };
}

/**
 * The votes of items, each a list of its annotators (0 …) and their values. Throws a RangeError for
 * a value that is not in `classes`.
 */
export function votesOfItems(
  items: readonly (readonly { readonly annotator: number; readonly value: Value }[])[],
  annotators: number,
  classes?: readonly Value[],
): Votes {
  const all = items.flat();
  const values =
    classes ?? [...new Set(all.map(({ value }) => value))].toSorted((a, b) => compareValues(a, b));
  const indices = new Map(values.map((value, index) => [value, index]));
  const start = new Int32Array(items.length + 1);
  for (const [item, votes] of items.entries()) start[item + 1] = (start[item] ?? 0) + votes.length;
  return {
    items: items.length,
    annotators,
    classes: values,
    start,
    annotator: Int32Array.from(all, (vote) => vote.annotator),
    label: Int32Array.from(all, ({ value }) => {
      const index = indices.get(value);
      if (index === undefined) throw new RangeError(`${value} is none of the classes`);
      return index;
    }),
  };
}

/** The number of votes of each annotator: estimates from few votes are unreliable. */
export function votesByAnnotator({ annotators, annotator }: Votes): Int32Array {
  const counts = new Int32Array(annotators);
  for (const one of annotator) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}
