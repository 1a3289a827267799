import { figuresOf, groundOf } from '@/lib/agreement/panel/panel-of';
import type { ArticleStatistics } from '@/lib/agreement/statistics/article-statistics';
import type { RoundReport, TwoMoments } from './round-report';

type Told = { value: number | null; reason: string | null };

/** Figures of agreement when a round began and when it ended; labels without their names. */
export type BeforeAndAfter = {
  figures: RoundReport['figures'];
  labels: Omit<RoundReport['labels'][number], 'name'>[];
};

const unused: Told = { value: null, reason: 'nobody marked anything under this label' };

function twoMoments(before: Told, after: Told): TwoMoments {
  const difference =
    before.value === null || after.value === null ? null : after.value - before.value;
  return {
    before: { value: before.value, reason: before.reason },
    after: { value: after.value, reason: after.reason },
    difference,
  };
}

function figuresAt(statistics: readonly ArticleStatistics[]) {
  return figuresOf(
    groundOf(
      statistics.map((of) => ({ statistics: of, chosen: of.annotators.map((_, place) => place) })),
    ),
    [],
  );
}

/** Figures of the same articles at two moments, pooled over them, beside each other; labels by key. */
export function beforeAndAfter(
  before: readonly ArticleStatistics[],
  after: readonly ArticleStatistics[],
): BeforeAndAfter {
  const [then, now] = [figuresAt(before), figuresAt(after)];
  const keys = [...new Set([...then.labels, ...now.labels].map(({ label }) => label))].sort();
  return {
    figures: then.figures.map((figure, at) => ({
      measure: figure.measure,
      ...twoMoments(figure, now.figures[at] ?? unused),
    })),
    labels: keys.map((label) => {
      const one = then.labels.find((of) => of.label === label);
      const other = now.labels.find((of) => of.label === label);
      return {
        label,
        ...twoMoments(one ?? unused, other ?? unused),
        nBefore: one?.n ?? 0,
        nAfter: other?.n ?? 0,
      };
    }),
  };
}
