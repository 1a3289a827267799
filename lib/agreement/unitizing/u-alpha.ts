import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';
import type { UnitizingStatistics } from './unitizing-statistics';
import { whyNoFigure } from './unitizing-statistics';

/** Length on which two annotators disagree, observed and by chance, in the terms of ℓ and ε. */
export type Disagreement = { readonly observed: number; readonly expected: number };

/** How much length each value has, row sums of ℓ: unmarked first. */
export function lengthsByValue({ labels, coincidences }: UnitizingStatistics): number[] {
  const values = labels + 1;
  return Array.from({ length: values }, (_, value) =>
    coincidences.subarray(value * values, (value + 1) * values).reduce((a, b) => a + b, 0),
  );
}

/**
 * Σ ε of eq. 4 over the pairs of different values for which `counts` is true of either, and Σ ℓ over the
 * same: the two sides of uα (any pair) and of |uα (pairs with unmarked).
 */
export function disagreement(
  statistics: UnitizingStatistics,
  counts: (value: number) => boolean,
): Disagreement {
  const lengths = lengthsByValue(statistics);
  const values = lengths.length;
  const total = lengths.reduce((a, b) => a + b, 0);
  let observed = 0;
  let products = 0;
  for (let c = 0; c < values; c++)
    for (let k = 0; k < values; k++) {
      if (c === k || !(counts(c) || counts(k))) continue;
      observed += statistics.coincidences[c * values + k] ?? 0;
      products += (lengths[c] ?? 0) * (lengths[k] ?? 0);
    }
  const repeats = statistics.repeats.reduce((a, b) => a + b, 0);
  return {
    observed,
    expected: products === 0 ? 0 : (total * products) / (total ** 2 - repeats),
  };
}

/** uα of eq. 5: where and which label, with unmarked text as a value of its own; nominal. */
export function uAlpha(statistics: UnitizingStatistics): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const { observed, expected } = disagreement(statistics, () => true);
  return overChance(observed, expected, 'all text has one value, so that nothing can differ');
}
