import type { Figure } from '../figure';
import { overChance, unknown } from '../figure';
import { disagreement } from './u-alpha';
import type { UnitizingStatistics } from './unitizing-statistics';
import { whyNoFigure } from './unitizing-statistics';

/**
 * |uα of eq. 6: marked or not, whatever the label. T stays by label as the paper has it; for marks that
 * overlap across labels, sweep the document as one label and take uα, which is the same figure there.
 */
export function uAlphaBinary(statistics: UnitizingStatistics): Figure {
  const why = whyNoFigure(statistics);
  if (why !== null) return unknown(why);
  const { observed, expected } = disagreement(statistics, (value) => value === 0);
  return overChance(observed, expected, 'either nothing or everything was marked');
}
