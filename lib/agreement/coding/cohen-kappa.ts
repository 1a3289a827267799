import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';
import type { Weighting } from './closeness';
import { closeness } from './closeness';
import type { CodingTable } from './coding-table';
import { notAPair, pairTable } from './pair-table';

/**
 * Cohen’s κ of two coders (Cohen 1960; weighted: Cohen 1968): chance gives each coder their own shares of
 * the values. Weights go by the rank of a value among all of the table. Items that one coder left out are
 * left out. Undefined where both gave every item one and the same value.
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
