import { differenceIntervals } from '@/lib/agreement/panel/panel-intervals';
import { figuresOf, panelInputOf, intervalViewOf } from '@/lib/agreement/panel/panel-of';
import type { IntervalOrReason } from '@/lib/agreement/percentile-bootstrap';
import type { ArticleStatistics } from '@/lib/agreement/statistics/article-statistics';
import type { RoundReport, TwoMoments } from './round';

type Figure = { value: number | null; reason: string | null };

/** Figures of agreement before and after a round; labels without their names. */
export type BeforeAndAfter = {
  figures: RoundReport['figures'];
  labels: Omit<RoundReport['labels'][number], 'name'>[];
};

const unused: Figure = { value: null, reason: 'nobody used this label' };

const oneMoment: IntervalOrReason = {
  interval: null,
  reason: 'it is not defined both before and after',
};

function twoMoments(before: Figure, after: Figure, between: IntervalOrReason): TwoMoments {
  const isDefined = before.value !== null && after.value !== null;
  return {
    before: { value: before.value, reason: before.reason },
    after: { value: after.value, reason: after.reason },
    difference: isDefined ? Number(after.value) - Number(before.value) : null,
    ...intervalViewOf(isDefined ? between : oneMoment),
  };
}

const panelInputAt = (statistics: readonly ArticleStatistics[]) =>
  panelInputOf(
    statistics.map((of) => ({ statistics: of, chosen: of.annotators.map((_, index) => index) })),
  );

/**
 * Figures of the same articles at two moments, pooled over them, with a 95 % interval of the
 * difference; labels by key.
 */
export async function beforeAndAfter(
  before: readonly ArticleStatistics[],
  after: readonly ArticleStatistics[],
): Promise<BeforeAndAfter> {
  const inputs = [panelInputAt(before), panelInputAt(after)] as const;
  const [then, now] = [figuresOf(inputs[0], []), figuresOf(inputs[1], [])];
  const between = await differenceIntervals(inputs[0].vectors, inputs[1].vectors);
  const keys = [...new Set([...then.labels, ...now.labels].map(({ label }) => label))].sort();
  return {
    figures: then.figures.map((figure, at) => ({
      measure: figure.measure,
      ...twoMoments(figure, now.figures[at] ?? unused, between.figures[at] ?? oneMoment),
    })),
    labels: keys.map((label) => {
      const one = then.labels.find((of) => of.label === label);
      const other = now.labels.find((of) => of.label === label);
      return {
        label,
        ...twoMoments(one ?? unused, other ?? unused, between.labels.get(label) ?? oneMoment),
        nBefore: one?.n ?? 0,
        nAfter: other?.n ?? 0,
      };
    }),
  };
}
