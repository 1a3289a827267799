import type { ArticleStatistics } from '../statistics/article-statistics';
import type { StaleArticle } from '../statistics/stale-article';
import type { LayerFilter, SelectedArticle } from './selection';
import { selectLayers } from './selection';

/** An article that is looked at, with its outlet as the one who asks may know it. */
export type ChosenArticle = StaleArticle & { source: string | null };

/** Those articles of which two or more of the chosen readings are there, with their places in the list. */
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
