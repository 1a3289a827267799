import { LRUCache } from 'lru-cache';
import { db } from '@/lib/db';
import type { ArticleStatistics } from './article-statistics';
import type { KeptStatistics } from './statistics-store';
import { findStatistics } from './statistics-store';
import type { StaleArticle } from './stale-article';
import { takeStatistics } from './take-statistics';

/** At about four kilobytes an article, some 100 MB in each thread that reckons. */
const held = new LRUCache<string, KeptStatistics>({ max: 25_000 });

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
  const take = (article: StaleArticle, kept: KeptStatistics | undefined): boolean => {
    if (kept?.fingerprint !== article.fingerprint) return false;
    held.set(article.articleId, kept);
    found.set(article.articleId, kept.statistics);
    return true;
  };
  const unknown = articles.filter((article) => !take(article, held.get(article.articleId)));
  for (let at = 0; at < unknown.length; at += portion) {
    const some = unknown.slice(at, at + portion);
    const rows = await findStatistics(
      db(),
      some.map(({ articleId }) => articleId),
    );
    const kept = new Map(rows.map((row) => [row.articleId, row]));
    const missing = some.filter((article) => !take(article, kept.get(article.articleId)));
    const taken = missing.length === 0 ? [] : await takeStatistics(missing);
    for (const [place, article] of missing.entries()) take(article, taken[place]);
  }
  return articles.flatMap(({ articleId }) => found.get(articleId) ?? []);
}
