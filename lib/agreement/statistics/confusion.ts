import type { ComparedUnit } from '@/lib/comparison/compared-unit';
import { meetingsOf } from '@/lib/comparison/label-matrix';

/**
 * What each pair of readings said of the units: pair, what the first said, what the second said, how
 * often; over and over. Labels as places of `labels`, 0 for nobody; pairs as places of `pairs`.
 */
export function confusionOf(
  units: readonly ComparedUnit[],
  pairs: readonly (readonly [first: number, second: number])[],
  labels: readonly string[],
): number[] {
  const indices = new Map(labels.map((label, at) => [label, at]));
  const indexOf = (label: string | null) => (label === null ? 0 : (indices.get(label) ?? 0));
  const side = labels.length;
  const counts = new Int32Array(pairs.length * side * side);
  for (const { versions } of units)
    for (const [pair, [first, second]] of pairs.entries()) {
      const [ones, others] = [
        versions[first]?.annotations ?? [],
        versions[second]?.annotations ?? [],
      ];
      if (ones.length + others.length === 0) continue;
      for (const [one, other] of meetingsOf(ones, others)) {
        const cell = (pair * side + indexOf(one)) * side + indexOf(other);
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
    }
  const cells: number[] = [];
  for (const [cell, count] of counts.entries()) {
    if (count === 0) continue;
    const pair = Math.floor(cell / (side * side));
    cells.push(pair, Math.floor(cell / side) % side, cell % side, count);
  }
  return cells;
}
