import { eachItem } from './coding-table';
import type { Figure } from '../figure';
import { known, unknown } from '../figure';
import type { CodingTable } from './coding-table';

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
