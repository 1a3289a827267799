import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';
import type { Value } from './coding-table';
import type { Coincidences, LabelSet } from './coincidences';

/** Makes δ² of two values (by their places) for the values that there are and how often each occurs. */
export type Distance<V> = (
  values: readonly V[],
  totals: Float64Array,
) => (c: number, k: number) => number;

/** How often each value occurs where it can be paired: the n_c of α. */
export function totalsOf({ values, observed }: Coincidences<Value | LabelSet>): Float64Array {
  const size = values.length;
  const totals = new Float64Array(size);
  for (let c = 0; c < size; c += 1)
    for (let k = 0; k < size; k += 1) totals[c] = (totals[c] ?? 0) + (observed[c * size + k] ?? 0);
  return totals;
}

/**
 * Krippendorff’s α = 1 − D_o / D_e from coincidences, which may be those of many documents summed
 * (Krippendorff 2011, “Computing Krippendorff’s Alpha-Reliability”). Undefined where nothing can be
 * paired, or only one value occurs: then there is nothing that chance could get wrong.
 */
export function alphaOf<V extends Value | LabelSet>(
  coincidences: Coincidences<V>,
  distance: Distance<V>,
): Figure {
  const { values, observed } = coincidences;
  const size = values.length;
  const totals = totalsOf(coincidences);
  const n = totals.reduce((sum, total) => sum + total, 0);
  if (n === 0) return unknown('no item was coded by two coders');
  const apart = distance(values, totals);
  let found = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    if (totals[c] === 0) continue;
    for (let k = 0; k < c; k += 1) {
      const pairs = (totals[c] ?? 0) * (totals[k] ?? 0);
      if (pairs === 0) continue;
      const far = apart(c, k);
      found += far * (observed[c * size + k] ?? 0);
      expected += far * pairs;
    }
  }
  return overChance(found, expected / (n - 1), 'only one value was given');
}
