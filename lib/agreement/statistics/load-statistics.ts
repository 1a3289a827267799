import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { StoredStatistics, AnalystLayerRow } from './statistics-store';
import { findAnalystLayerRows, storeStatistics, findStatistics } from './statistics-store';
import { statisticsOfLayers } from './statistics-of-layers';
import { LRUCache } from 'lru-cache';
import type { ArticleStatistics, StaleArticle } from './article-statistics';

type ToCodePoint = (position: number) => number;

async function codePointsOf({ revisionId, hasPairs }: AnalystLayerRow): Promise<ToCodePoint> {
  if (!hasPairs) return (position) => position;
  const index = (await passingText(db(), revisionId)).indexIn('code-point');
  return (position) => index.fromUtf16(position) ?? position;
}

async function statisticsOf(rows: readonly AnalystLayerRow[]) {
  const [first] = rows;
  if (first === undefined) return statisticsOfLayers([], { length: 0, readAt: '' });
  const toCodePoint = await codePointsOf(first);
  const layers = rows.map(({ userId, layerId, state, annotations }) => ({
    userId,
    layerId,
    submitted: state === 'submitted',
    annotations: annotations.map(([id, label, segments]) => ({
      id,
      label,
      segments: segments.map(([start, end]) => ({
        start: toCodePoint(start),
        end: toCodePoint(end),
      })),
    })),
  }));
  const readAt = rows.map((row) => row.readAt).reduce((one, other) => (one > other ? one : other));
  return statisticsOfLayers(layers, { length: first.length, readAt });
}

/**
 * Computes and stores the statistics of these articles from their current layers. Takes about a
 * millisecond for an article with five layers of twenty annotations; call it for a few hundred at a
 * time.
 */
export async function computeStatistics(
  stale: readonly StaleArticle[],
): Promise<StoredStatistics[]> {
  const rows = await findAnalystLayerRows(
    db(),
    stale.map(({ revisionId }) => revisionId),
  );
  const byArticle = new Map<string, AnalystLayerRow[]>();
  for (const row of rows) {
    const known = byArticle.get(row.articleId);
    if (known === undefined) byArticle.set(row.articleId, [row]);
    else known.push(row);
  }
  const computed: StoredStatistics[] = [];
  for (const { articleId, fingerprint } of stale) {
    const statistics = await statisticsOf(byArticle.get(articleId) ?? []);
    computed.push({ articleId, fingerprint, statistics });
  }
  await storeStatistics(db(), computed);
  return computed;
}

/** At about four kilobytes an article, some 100 MB in each worker thread. */
const cache = new LRUCache<string, StoredStatistics>({ max: 25_000 });

/** Rows of one query. */
const portion = 500;

/**
 * The statistics of these articles, in their order: from memory, from the database, or, where
 * neither has them for this fingerprint, computed now.
 */
export async function loadStatistics(
  articles: readonly StaleArticle[],
): Promise<ArticleStatistics[]> {
  const found = new Map<string, ArticleStatistics>();
  const take = (article: StaleArticle, stored: StoredStatistics | undefined): boolean => {
    if (stored?.fingerprint !== article.fingerprint) return false;
    cache.set(article.articleId, stored);
    found.set(article.articleId, stored.statistics);
    return true;
  };
  const unknown = articles.filter((article) => !take(article, cache.get(article.articleId)));
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
