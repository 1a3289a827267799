import { loadStatistics } from '@/lib/agreement/statistics/load-statistics';
import type { StaleArticle } from '@/lib/agreement/statistics/stale-article';

/** What can be chosen of readings: the labels that were used, and those who read, by user id; both sorted. */
export type Choices = { labels: string[]; analysts: string[] };

/** What can be chosen of the readings of these articles. */
export async function computeChoices(articles: readonly StaleArticle[]): Promise<Choices> {
  const statistics = await loadStatistics(articles);
  const labels = new Set(statistics.flatMap((one) => one.labels.slice(1)));
  const analysts = new Set(statistics.flatMap(({ annotators }) => annotators));
  return { labels: [...labels].sort(), analysts: [...analysts].sort() };
}
