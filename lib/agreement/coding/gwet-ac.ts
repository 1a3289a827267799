import { eachItem, closeness } from './coding-table';
import type { CodingTable, Weighting } from './coding-table';
import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';

/** The quantities that Gwet’s κ and AC are computed from. */
type GwetShares = {
  /**
   * Credit of a pair of coders, averaged over the items with two coders or more; null where there
   * is none.
   */
  readonly agreement: number | null;
  /** For each value, its share of an item’s coders, averaged over the items that have a coder. */
  readonly shares: Float64Array;
};

/**
 * Computes the shares of a table (Gwet 2014, chapter 2); a `credit` of 1 is full agreement of two
 * values.
 */
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

/**
 * Gwet’s AC1, or AC2 where a weighting is given (Gwet 2008, 2014), for any number of coders, with
 * missing values. Its expected agreement falls where one value prevails, so it stays high where α
 * does not: show it beside α. It depends on the number of values in the table; weights go by rank
 * among them.
 */
export function gwetAc(table: CodingTable, weighting: Weighting = 'plain'): Figure {
  const size = table.values.length;
  const credit = weighting === 'plain' ? null : closeness(weighting, size);
  const { agreement, shares } = gwetShares(table, credit);
  if (agreement === null) return unknown('no item was coded by two coders');
  if (size < 2) return unknown('there is only one value');
  let weight = size;
  if (credit !== null) {
    weight = 0;
    for (let c = 0; c < size; c += 1) for (let k = 0; k < size; k += 1) weight += credit(c, k);
  }
  const spread = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const chance = (weight * spread) / (size * (size - 1));
  return overChance(1 - agreement, 1 - chance, 'chance alone would always agree');
}
