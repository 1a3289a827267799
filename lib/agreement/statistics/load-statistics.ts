import { LRUCache } from 'lru-cache';
import { db } from '@/lib/db';
import type { ArticleStatistics } from './article-statistics';
import type { StoredStatistics } from './statistics-store';
import { findStatistics } from './statistics-store';
import type { StaleArticle } from './stale-article';
import { computeStatistics } from './compute-statistics';

/** At about four kilobytes an article, some 100 MB in each thread that reckons. */
const held = new LRUCache<string, StoredStatistics>({ max: 25_000 });

/** Rows that one query brings. */
const portion = 500;

/**
 * The statistics of these articles, in their order: from memory, from the database, or, where neither
 * has those of this fingerprint, made now.
 */
export async function loadStatistics(
  articles: readonly StaleArticle[],
): Promise<ArticleStatistics[]> {
  const found = new Map<string, ArticleStatistics>();
  const take = (article: StaleArticle, stored: StoredStatistics | undefined): boolean => {
    if (stored?.fingerprint !== article.fingerprint) return false;
    held.set(article.articleId, stored);
    found.set(article.articleId, stored.statistics);
    return true;
  };
  const unknown = articles.filter((article) => !take(article, held.get(article.articleId)));
  for (let at = 0; at < unknown.length; at += portion) {
    const some = unknown.slice(at, at + portion);
    const rows = await findStatistics(
      db(),
      some.map(({ articleId }) => articleId),
    );
    const storedByArticle = new Map(rows.map((row) => [row.articleId, row]));
    const missing = some.filter(
      (article) => !take(article, storedByArticle.get(article.articleId)),
    );
    const computed = missing.length === 0 ? [] : await computeStatistics(missing);
    for (const [index, article] of missing.entries()) take(article, computed[index]);
  }
  return articles.flatMap(({ articleId }) => found.get(articleId) ?? []);
}
