import type { ArticleStatistics } from '../statistics/article-statistics';

/** An article with those of its annotators who are looked at, as places of `statistics.annotators`. */
export type SelectedArticle = { statistics: ArticleStatistics; chosen: number[] };

/** Which readings are looked at; what is not said is not asked for. */
export type LayerFilter = {
  /** User ids. */
  analysts?: readonly string[] | undefined;
  /** Layer ids. */
  layers?: readonly string[] | undefined;
  submittedOnly?: boolean | undefined;
  /** The first and the last day on which the last reading was made, both included; YYYY-MM-DD, in UTC. */
  from?: string | undefined;
  to?: string | undefined;
};

/** Who read an article, and when: what decides which of its readings are chosen. */
export type ArticleLayers = Pick<
  ArticleStatistics,
  'readAt' | 'annotators' | 'layers' | 'submitted'
>;

/** The places of the readings that are chosen of an article; null where these are fewer than two, since one reading agrees with nobody. */
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

/** The article with the readings that are chosen of it; null where these are fewer than two. */
export function selectLayers(
  statistics: ArticleStatistics,
  choice: LayerFilter,
): SelectedArticle | null {
  const chosen = chosenIndices(statistics, choice);
  return chosen && { statistics, chosen };
}
