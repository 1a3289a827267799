import type { StaleArticle } from '@/lib/agreement/statistics/article-statistics';
import { aloneAt, statisticsReader } from '@/lib/agreement/statistics/article-statistics';
import { confusionSums } from '@/lib/agreement/statistics/confusion';
import { selectArticles } from './selection';
import { loadStatistics } from '@/lib/agreement/statistics/load-statistics';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { competences } from './competence';
import type { DividingPassage } from './dividing';
import { dividingArticles, dividingPassages } from './dividing';
import { panelIntervals } from './panel-intervals';
import { figuresOf, panelInputOf, pairsIn, subsetsBy } from './panel-of';
import type { LayerFilter, ChosenArticle } from './selection';

/** The available filter values: labels that were used, and annotators by user id; both sorted. */
export type Choices = { labels: string[]; analysts: string[] };

/** The available filter values in the layers of these articles. */
export async function computeChoices(articles: readonly StaleArticle[]): Promise<Choices> {
  const statistics = await loadStatistics(articles);
  const labels = new Set(statistics.flatMap((one) => one.labels.slice(1)));
  const analysts = new Set(statistics.flatMap(({ annotators }) => annotators));
  return { labels: [...labels].sort(), analysts: [...analysts].sort() };
}

/**
 * The articles of a panel, which of their layers, and the one label that is looked at (null: all).
 */
export type PanelRequest = {
  articles: readonly ChosenArticle[];
  choice: LayerFilter;
  label: string | null;
};

/** A panel without people’s names and quotes of passages; articles are indices in the request. */
export type ComputedPanel = Omit<PanelView, 'coders' | 'dividingArticles' | 'dividingPassages'> & {
  articles: number;
  coders: Omit<PanelView['coders'][number], 'name'>[];
  dividingArticles: (Omit<PanelView['dividingArticles'][number], 'articleId' | 'title'> & {
    at: number;
  })[];
  dividingPassages: DividingPassage[];
};

const limits = { articles: 20, passages: 20 };

/** The mean F1 of the pairs that include this annotator. */
function meanOfPairs(pairs: PanelView['pairs'], id: string) {
  const values = pairs.flatMap(({ one, other, f1Partial: { value } }) =>
    value !== null && (one === id || other === id) ? [value] : [],
  );
  if (values.length === 0)
    return { value: null, reason: 'no pair with this annotator has annotations' };
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length, reason: null };
}

/**
 * Computes a panel of figures; takes seconds for ten thousand articles, most of them for the
 * intervals. Null where no article has two of the chosen layers.
 */
export async function computePanel({
  articles,
  choice,
  label,
}: PanelRequest): Promise<ComputedPanel | null> {
  const statistics = await loadStatistics(articles);
  const { selected, indices } = selectArticles(statistics, choice);
  if (selected.length === 0) return null;
  const only = label ?? undefined;
  const input = panelInputOf(selected, only);
  const trust = competences(selected, only);
  const read = new Map<string, { articles: number; n: number }>();
  for (const { statistics: of, chosen } of selected) {
    const column = only === undefined ? 0 : of.labels.indexOf(only);
    const values = statisticsReader(of);
    for (const at of chosen) {
      const userId = of.annotators[at] ?? '';
      const sum = read.get(userId) ?? { articles: 0, n: 0 };
      sum.articles++;
      if (column >= 0) sum.n += values.alone(column, at, aloneAt.units);
      read.set(userId, sum);
    }
  }
  const pairs = pairsIn(input);
  const monthOf = (at: number) => selected[at]?.statistics.readAt.slice(0, 7) ?? '';
  const sourceOf = (at: number) => articles[indices[at] ?? -1]?.source ?? null;
  return {
    articles: selected.length,
    ...figuresOf(input, panelIntervals(input.vectors, input.only)),
    ...pairs,
    coders: [...read].map(([id, sum]) => {
      const { competence, items } = trust.get(id) ?? { competence: null, items: 0 };
      return {
        id,
        ...sum,
        items,
        f1Partial: meanOfPairs(pairs.pairs, id),
        competence: {
          value: competence?.value ?? null,
          reason: competence === null ? 'nothing was annotated' : (competence.reason ?? null),
        },
      };
    }),
    confusion: confusionSums(selected, only),
    months: subsetsBy(input, monthOf)
      .map(({ key, subset }) => ({ month: key, ...subset }))
      .sort((one, other) => (one.month < other.month ? -1 : 1)),
    sources: subsetsBy(input, sourceOf)
      .map(({ key, subset }) => ({ source: key, ...subset }))
      .sort((one, other) => other.articles - one.articles),
    dividingArticles: dividingArticles(selected, limits.articles).map(({ at, ...article }) => ({
      ...article,
      at: indices[at] ?? -1,
    })),
    dividingPassages: dividingPassages(selected, limits.passages).map((passage) => ({
      ...passage,
      at: indices[passage.at] ?? -1,
    })),
  };
}
