import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';
import type { Weighting } from './closeness';
import { closeness } from './closeness';
import type { CodingTable } from './coding-table';
import { gwetShares } from './gwet-shares';

/**
 * Gwet’s AC1, or AC2 where a weighting is given (Gwet 2008, 2014), of any number of coders, gaps allowed.
 * Its chance falls where one value prevails, so that it stays high where α does not: print it beside α.
 * It depends on how many values there are: those of the table. Weights go by rank among them.
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
  return overChance(1 - agreement, 1 - chance, 'chance alone would agree always');
}
