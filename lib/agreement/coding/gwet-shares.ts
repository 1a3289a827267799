import type { CodingTable } from './coding-table';
import { eachItem } from './each-item';

/** What Gwet’s forms of κ and AC are made of. */
export type GwetShares = {
  /** Credit of a pair of coders, averaged over the items that two or more coded; null where none were. */
  readonly agreement: number | null;
  /** Of each value: its share of an item’s coders, averaged over the items that anybody coded. */
  readonly shares: Float64Array;
};

/** Takes the shares from a table (Gwet 2014, chapter 2); `credit` of 1 is full agreement of two values. */
export function gwetShares(
  table: CodingTable,
  credit: ((c: number, k: number) => number) | null = null,
): GwetShares {
  const size = table.values.length;
  const shares = new Float64Array(size);
  let sum = 0;
  let paired = 0;
  let rated = 0;
  eachItem(table, (counts, coders) => {
    if (coders === 0) return;
    rated += 1;
    let alike = 0;
    for (let c = 0; c < size; c += 1) {
      const count = counts[c] ?? 0;
      if (count === 0) continue;
      shares[c] = (shares[c] ?? 0) + count / coders;
      if (credit === null) alike += count * (count - 1);
      else
        for (let k = 0; k < size; k += 1)
          alike += count * ((counts[k] ?? 0) - (c === k ? 1 : 0)) * credit(c, k);
    }
    if (coders < 2) return;
    paired += 1;
    sum += alike / (coders * (coders - 1));
  });
  for (let c = 0; c < size; c += 1) shares[c] = (shares[c] ?? 0) / Math.max(rated, 1);
  return { agreement: paired === 0 ? null : sum / paired, shares };
}
