import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';
import type { CodingTable } from './coding-table';
import { notAPair, pairTable } from './pair-table';

/**
 * Scott’s π of two coders (Scott 1955): chance gives both the shares of the values that they have
 * together. Items that one left out are left out. Undefined where only one value was given.
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
  // Whole numbers until the end, so that “nothing expected” is exactly 0.
  const all = 4 * items * items;
  return overChance(
    (items - same) / items,
    (all - squares) / all,
    'only one value was given to every item',
  );
}
