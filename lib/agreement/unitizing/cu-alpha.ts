import type { Figure } from '../figure';
import { known, overChance, unknown } from '../figure';
import { lengthsByValue } from './u-alpha';
import type { UnitizingStatistics } from './unitizing-statistics';
import { whyNoFigure } from './unitizing-statistics';

/** How cuα corrects for units meeting themselves; the two are the same for two annotators. */
export const cuVariants = ['eq10', 'union'] as const;
/** `eq10`: G of the 2016 paper’s eq. 10; `union`: as the 2019 book’s eq. 36–38 are read by others. */
export type CuVariant = (typeof cuVariants)[number];

/** ℓ and ε* where two annotators both marked: by label, over all labels, and the sum. */
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

const oneLabel = 'where two annotators marked, there is one label only or none';

/** cuα of eq. 11: which label, of text that two annotators both marked; nominal. Shown with its coverage. */
export function cuAlpha(statistics: UnitizingStatistics, variant: CuVariant = 'eq10'): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const { lengths, total, chance } = whereBothMarked(statistics, variant);
  const observed = lengths.reduce((sum, _, label) => sum + observedOf(statistics, label), 0);
  const products = lengths.reduce((sum, length) => sum + length * (total - length), 0);
  return overChance(observed, chance * products, oneLabel);
}

/** The share of all length on which cuα speaks: ℓ* / ℓ. */
export function cuCoverage(statistics: UnitizingStatistics): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const all = lengthsByValue(statistics).reduce((a, b) => a + b, 0);
  const { total } = whereBothMarked(statistics, 'eq10');
  return all === 0 ? unknown('the documents are empty') : known(total / all);
}

/** (k)uα of eq. 13: how reliably this one label is told from the others, where two annotators both marked. */
export function kuAlpha(
  statistics: UnitizingStatistics,
  label: number,
  variant: CuVariant = 'eq10',
): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const { lengths, total, gaps, chance } = whereBothMarked(statistics, variant);
  const length = lengths[label] ?? 0;
  if (length === 0) return unknown('the label is nowhere where two annotators marked');
  const expected = chance * length * (total - length);
  const meets = chance * (length * total - (gaps[label] ?? 0));
  return overChance((meets / length) * observedOf(statistics, label), expected, oneLabel);
}

/** The share of the label’s length on which (k)uα speaks: ℓ*k / ℓk. */
export function kuCoverage(statistics: UnitizingStatistics, label: number): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const all = lengthsByValue(statistics)[label + 1] ?? 0;
  const both = whereBothMarked(statistics, 'eq10').lengths[label] ?? 0;
  return all === 0 ? unknown('nobody used the label') : known(both / all);
}
