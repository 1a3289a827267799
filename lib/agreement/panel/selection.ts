import type { ArticleStatistics, StaleArticle } from '../statistics/article-statistics';

/** An article with its selected annotators, as indices in `statistics.annotators`. */
export type SelectedArticle = { statistics: ArticleStatistics; chosen: number[] };

/** Which layers are selected; a filter that is not given lets everything through. */
export type LayerFilter = {
  /** User ids. */
  analysts?: readonly string[] | undefined;
  /** Layer ids. */
  layers?: readonly string[] | undefined;
  submittedOnly?: boolean | undefined;
  /**
   * The first and the last day, both inclusive, on which the article’s layers were last changed;
   * YYYY-MM-DD, in UTC.
   */
  from?: string | undefined;
  to?: string | undefined;
};

/**
 * The annotators of an article and when their layers were last changed: what the filter looks at.
 */
type ArticleLayers = Pick<ArticleStatistics, 'readAt' | 'annotators' | 'layers' | 'submitted'>;

/**
 * The indices of an article’s selected layers; null where there are fewer than two, since one layer
 * has no agreement.
 */
export function chosenIndices(
  article: ArticleLayers,
  { analysts, layers, submittedOnly, from, to }: LayerFilter,
): number[] | null {
  const day = article.readAt.slice(0, 10);
  if ((from !== undefined && day < from) || (to !== undefined && day > to)) return null;
  const chosen: number[] = [];
  for (const [at, userId] of article.annotators.entries()) {
    if (analysts !== undefined && !analysts.includes(userId)) continue;
    if (layers !== undefined && !layers.includes(article.layers[at] ?? '')) continue;
    if (submittedOnly === true && article.submitted[at] !== true) continue;
    chosen.push(at);
  }
  return chosen.length < 2 ? null : chosen;
}

/** The article with its selected layers; null where there are fewer than two. */
export function selectLayers(
  statistics: ArticleStatistics,
  choice: LayerFilter,
): SelectedArticle | null {
  const chosen = chosenIndices(statistics, choice);
  return chosen && { statistics, chosen };
}

/** An article of a request, with its outlet as far as the viewer may know it. */
export type ChosenArticle = StaleArticle & { source: string | null };

/** The articles with two or more of the selected layers, with their indices in the list. */
export function selectArticles(
  statistics: readonly ArticleStatistics[],
  choice: LayerFilter,
): { selected: SelectedArticle[]; indices: number[] } {
  const selected: SelectedArticle[] = [];
  const indices: number[] = [];
  for (const [at, one] of statistics.entries()) {
    const found = selectLayers(one, choice);
    if (found === null) continue;
    selected.push(found);
    indices.push(at);
  }
  return { selected, indices };
}
