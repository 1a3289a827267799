import type { Measure } from '@/lib/calibration/score';
import type { FigureView, MeasureText } from '@/components/charts/figure-text';
import { overChanceDomain, shareDomain } from '@/components/charts/scale';
import type { Estimate } from '@/lib/calibration/estimate';

/** The measures that are drawn, in their order. */
export const drawnMeasures = ['f1Characters', 'f1Overlap', 'alpha'] as const satisfies Measure[];

/** A measure that is drawn. */
export type DrawnMeasure = (typeof drawnMeasures)[number];

/** The name, the question and the scale of each measure. */
export const performanceMeasureText: Record<
  DrawnMeasure,
  Pick<MeasureText, 'name' | 'answers' | 'domain' | 'ends'> & { brief: string }
> = {
  f1Characters: {
    name: 'F1 by characters',
    brief: 'F1',
    answers: 'Are the same words annotated with the same label as in the consensus?',
    domain: shareDomain,
    ends: ['nothing', 'all'],
  },
  f1Overlap: {
    name: 'F1 by overlapping annotations',
    brief: 'F1 overlap',
    answers: 'Is something annotated with the same label where the consensus has something?',
    domain: shareDomain,
    ends: ['nothing', 'all'],
  },
  alpha: {
    name: 'α against the consensus',
    brief: 'α',
    answers: 'Are the same words annotated with the same label, beyond what chance would give?',
    domain: overChanceDomain,
    ends: ['set apart', 'alike'],
  },
};

/** One measure of an estimate as a figure with its interval. */
export function figureOf(
  one: Estimate,
  measure: DrawnMeasure,
): FigureView & { interval: { low: number; high: number } | null } {
  const interval = one.intervals[measure];
  return measure === 'alpha'
    ? { ...one.alpha, interval }
    : { value: one[measure], reason: null, interval };
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A month, YYYY-MM, in words: “Feb 2026”. */
export function formatMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames[Number(number) - 1] ?? number} ${year}`;
}

/** “1 article”, “1,200 articles”. */
export const formatArticleCount = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'article' : 'articles'}`;
