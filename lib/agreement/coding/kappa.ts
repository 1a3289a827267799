import type { CodingTable, Weighting } from './coding-table';
import { eachItem, closeness } from './coding-table';
import type { Figure } from '../figure';
import { known, unknown, overChance } from '../figure';
import { gwetShares } from './gwet-ac';

/**
 * The share of pairs of coders who gave an item the same value, averaged over the items with two
 * coders or more. Each item has the same weight however many coders it has, as in irrCAC; DKPro
 * weights by pairs.
 */
export function percentAgreement(table: CodingTable): Figure {
  let sum = 0;
  let items = 0;
  eachItem(table, (counts, rated) => {
    if (rated < 2) return;
    let same = 0;
    for (const count of counts) same += count * (count - 1);
    sum += same / (rated * (rated - 1));
    items += 1;
  });
  return items === 0 ? unknown('no item was coded by two coders') : known(sum / items);
}

/** The values that two coders gave the items that both coded. */
type PairTable = {
  /**
   * The number of values; `cells[c * size + k]` items have c from the first coder and k from the
   * second.
   */
  readonly size: number;
  readonly cells: Float64Array;
  readonly items: number;
  /** By value, of the first coder and of the second. */
  readonly first: Float64Array;
  readonly second: Float64Array;
};

/**
 * Cross-tabulates two coders of a table, by default the first two; items that one of them left out
 * are skipped.
 */
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

/** Why a figure for two coders is not defined for this table; null where it is. */
export function notAPair(table: CodingTable): string | null {
  return table.coders === 2
    ? null
    : `it compares two coders, and here ${table.coders === 1 ? 'is one' : `are ${table.coders}`}`;
}

/**
 * Cohen’s κ of two coders (Cohen 1960; weighted: Cohen 1968): expected agreement is from each
 * coder’s own distribution of values. Weights go by the rank of a value among all of the table.
 * Items that one coder left out are skipped. Undefined where both gave every item one and the same
 * value.
 */
export function cohenKappa(table: CodingTable, weighting: Weighting = 'plain'): Figure {
  const fault = notAPair(table);
  if (fault !== null) return unknown(fault);
  const { size, cells, items, first, second } = pairTable(table);
  if (items === 0) return unknown('the two coded no item in common');
  const credit = closeness(weighting, size);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1)
    for (let k = 0; k < size; k += 1) {
      const miss = 1 - credit(c, k);
      observed += miss * (cells[c * size + k] ?? 0);
      expected += (miss * (first[c] ?? 0) * (second[k] ?? 0)) / items;
    }
  return overChance(observed, expected, 'both gave every item the same one value');
}

/**
 * Scott’s π of two coders (Scott 1955): expected agreement is from the distribution of both coders’
 * values together. Items that one left out are skipped. Undefined where only one value was given.
 */
export function scottPi(table: CodingTable): Figure {
  const fault = notAPair(table);
  if (fault !== null) return unknown(fault);
  const { size, cells, items, first, second } = pairTable(table);
  if (items === 0) return unknown('the two coded no item in common');
  let same = 0;
  let squares = 0;
  for (let c = 0; c < size; c += 1) {
    same += cells[c * size + c] ?? 0;
    squares += ((first[c] ?? 0) + (second[c] ?? 0)) ** 2;
  }
  // Integers until the end, so that zero expected disagreement is exactly 0.
  const all = 4 * items * items;
  return overChance(
    (items - same) / items,
    (all - squares) / all,
    'only one value was given to every item',
  );
}

const oneValue = 'only one value was given to every item';

/**
 * Fleiss’ κ (Fleiss 1971) for any number of coders, the same number for every item; not necessarily
 * the same coders. Undefined where items have different numbers of coders: see `fleissKappaGwet`,
 * or rather α.
 */
export function fleissKappa(table: CodingTable): Figure {
  const { items, values } = table;
  if (items === 0) return unknown('there is no item');
  const totals = new Float64Array(values.length);
  let coders = -1;
  let isEven = true;
  let apart = 0;
  eachItem(table, (counts, rated) => {
    if (coders === -1) coders = rated;
    isEven &&= rated === coders;
    apart += rated * rated;
    for (let c = 0; c < counts.length; c += 1) {
      const count = counts[c] ?? 0;
      apart -= count * count;
      totals[c] = (totals[c] ?? 0) + count;
    }
  });
  if (!isEven) return unknown('not every item was coded by as many coders');
  if (coders < 2) return unknown('no item was coded by two coders');
  const all = (items * coders) ** 2;
  const squares = totals.reduce((sum, total) => sum + total * total, 0);
  return overChance(apart / (items * coders * (coders - 1)), (all - squares) / all, oneValue);
}

/**
 * Fleiss’ κ as Gwet generalises it to items with different numbers of coders (Gwet 2014): agreement
 * from the items with two coders or more, shares of the values from all. With equal numbers it
 * equals Fleiss’ κ.
 */
export function fleissKappaGwet(table: CodingTable): Figure {
  const { agreement, shares } = gwetShares(table);
  if (agreement === null) return unknown('no item was coded by two coders');
  if (shares.filter((share) => share > 0).length < 2) return unknown(oneValue);
  return overChance(1 - agreement, 1 - shares.reduce((sum, p) => sum + p * p, 0), oneValue);
}
