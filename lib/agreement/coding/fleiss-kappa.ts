import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';
import type { CodingTable } from './coding-table';
import { eachItem } from './each-item';
import { gwetShares } from './gwet-shares';

const oneValue = 'only one value was given to every item';

/**
 * Fleiss’ κ (Fleiss 1971) of any number of coders, as many to every item; it need not be the same coders.
 * Undefined where items have different numbers of coders: see `fleissKappaGwet`, or rather α.
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
 * Fleiss’ κ as Gwet generalises it to items with different numbers of coders (Gwet 2014): agreement from
 * the items that two or more coded, shares of the values from all. With equal numbers it is Fleiss’ κ.
 */
export function fleissKappaGwet(table: CodingTable): Figure {
  const { agreement, shares } = gwetShares(table);
  if (agreement === null) return unknown('no item was coded by two coders');
  if (shares.filter((share) => share > 0).length < 2) return unknown(oneValue);
  return overChance(1 - agreement, 1 - shares.reduce((sum, p) => sum + p * p, 0), oneValue);
}
