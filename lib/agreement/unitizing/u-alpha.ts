import type { Figure } from '../figure';
import { overChance, unknown, known } from '../figure';
import type { UnitizingStatistics } from './unitizing-statistics';
import { whyNoFigure } from './unitizing-statistics';

/**
 * Length on which two annotators disagree, observed and expected by chance, in terms of ℓ and ε.
 */
export type Disagreement = { readonly observed: number; readonly expected: number };

/** The length of each value, row sums of ℓ: unmarked first. */
export function lengthsByValue({ labels, coincidences }: UnitizingStatistics): number[] {
  const values = labels + 1;
  return Array.from({ length: values }, (_, value) =>
    coincidences.subarray(value * values, (value + 1) * values).reduce((a, b) => a + b, 0),
  );
}

/**
 * Σ ε of eq. 4 over the pairs of different values for which `counts` is true of either, and Σ ℓ
 * over the same: the two sides of uα (any pair) and of |uα (pairs with unmarked).
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

/** uα of eq. 5: position and label, with unmarked text as a value of its own; nominal. */
export function uAlpha(statistics: UnitizingStatistics): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const { observed, expected } = disagreement(statistics, () => true);
  return overChance(observed, expected, 'all text has one value, so that nothing can differ');
}

/**
 * |uα of eq. 6: marked or not, whatever the label. T stays by label as in the paper; for units that
 * overlap across labels, sweep the document as one label and compute uα, which is the same figure
 * there.
 */
export function uAlphaBinary(statistics: UnitizingStatistics): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const { observed, expected } = disagreement(statistics, (value) => value === 0);
  return overChance(observed, expected, 'either nothing or everything was annotated');
}

/** How cuα corrects for units that meet themselves; the two are equal for two annotators. */
export const cuVariants = ['eq10', 'union'] as const;
/** `eq10`: G of the 2016 paper’s eq. 10; `union`: as others interpret the 2019 book’s eq. 36–38. */
export type CuVariant = (typeof cuVariants)[number];

/** ℓ and ε* where two annotators both have a unit: by label, over all labels, and the sum. */
type Marked = { lengths: number[]; total: number; gaps: Float64Array; chance: number };

function whereBothMarked(statistics: UnitizingStatistics, variant: CuVariant): Marked {
  const { labels, coincidences } = statistics;
  const lengths = Array.from({ length: labels }, (_, label) => {
    const row = (label + 1) * (labels + 1);
    return coincidences.subarray(row + 1, row + labels + 1).reduce((a, b) => a + b, 0);
  });
  const total = lengths.reduce((a, b) => a + b, 0);
  const gaps = variant === 'eq10' ? statistics.covered : statistics.coveredTogether;
  const free = total ** 2 - gaps.reduce((a, b) => a + b, 0);
  return { lengths, total, gaps, chance: free === 0 ? 0 : total / free };
}
const observedOf = ({ labels, coincidences }: UnitizingStatistics, label: number): number => {
  const row = (label + 1) * (labels + 1);
  const all = coincidences.subarray(row + 1, row + labels + 1).reduce((a, b) => a + b, 0);
  return all - (coincidences[row + label + 1] ?? 0);
};

const oneLabel = 'where two annotators both have a span, there is only one label or none';

/**
 * cuα of eq. 11: agreement on labels where two annotators both have a unit; nominal. Show it with
 * its coverage.
 */
export function cuAlpha(statistics: UnitizingStatistics, variant: CuVariant = 'eq10'): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const { lengths, total, chance } = whereBothMarked(statistics, variant);
  const observed = lengths.reduce((sum, _, label) => sum + observedOf(statistics, label), 0);
  const products = lengths.reduce((sum, length) => sum + length * (total - length), 0);
  return overChance(observed, chance * products, oneLabel);
}

/** The share of all length that cuα covers: ℓ* / ℓ. */
export function cuCoverage(statistics: UnitizingStatistics): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const all = lengthsByValue(statistics).reduce((a, b) => a + b, 0);
  const { total } = whereBothMarked(statistics, 'eq10');
  return all === 0 ? unknown('the documents are empty') : known(total / all);
}

/**
 * (k)uα of eq. 13: how reliably one label is distinguished from the others where two annotators
 * both have a unit.
 */
export function kuAlpha(
  statistics: UnitizingStatistics,
  label: number,
  variant: CuVariant = 'eq10',
): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const { lengths, total, gaps, chance } = whereBothMarked(statistics, variant);
  const length = lengths[label] ?? 0;
  if (length === 0)
    return unknown('the label does not occur where two annotators both have a span');
  const expected = chance * length * (total - length);
  const meets = chance * (length * total - (gaps[label] ?? 0));
  return overChance((meets / length) * observedOf(statistics, label), expected, oneLabel);
}

/** The share of the label’s length that (k)uα covers: ℓ*k / ℓk. */
export function kuCoverage(statistics: UnitizingStatistics, label: number): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const all = lengthsByValue(statistics)[label + 1] ?? 0;
  const both = whereBothMarked(statistics, 'eq10').lengths[label] ?? 0;
  return all === 0 ? unknown('nobody used the label') : known(both / all);
}
