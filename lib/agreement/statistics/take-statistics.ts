import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { StaleArticle } from './stale-article';
import type { KeptStatistics, ReadingRow } from './statistics-store';
import { findReadingRows, keepStatistics } from './statistics-store';
import { statisticsOfReadings } from './statistics-of-readings';

type ToCodePoint = (position: number) => number;

async function codePointsOf({ revisionId, hasPairs }: ReadingRow): Promise<ToCodePoint> {
  if (!hasPairs) return (position) => position;
  const index = (await passingText(db(), revisionId)).indexIn('code-point');
  return (position) => index.fromUtf16(position) ?? position;
}

async function statisticsOf(rows: readonly ReadingRow[]) {
  const [first] = rows;
  if (first === undefined) return statisticsOfReadings([], { length: 0, readAt: '' });
  const told = await codePointsOf(first);
  const readings = rows.map(({ userId, layerId, state, marks }) => ({
    userId,
    layerId,
    submitted: state === 'submitted',
    marks: marks.map(([id, label, segments]) => ({
      id,
      label,
      segments: segments.map(([start, end]) => ({ start: told(start), end: told(end) })),
    })),
  }));
  const readAt = rows.map((row) => row.readAt).reduce((one, other) => (one > other ? one : other));
  return statisticsOfReadings(readings, { length: first.length, readAt });
}

/**
 * Makes and keeps the statistics of these articles from their readings as they are now. About a
 * millisecond for an article of five readings of twenty marks; ask for a few hundred at a time.
 */
export async function takeStatistics(stale: readonly StaleArticle[]): Promise<KeptStatistics[]> {
  const rows = await findReadingRows(
    db(),
    stale.map(({ revisionId }) => revisionId),
  );
  const byArticle = new Map<string, ReadingRow[]>();
  for (const row of rows) {
    const known = byArticle.get(row.articleId);
    if (known === undefined) byArticle.set(row.articleId, [row]);
    else known.push(row);
  }
  const taken: KeptStatistics[] = [];
  for (const { articleId, fingerprint } of stale) {
    const statistics = await statisticsOf(byArticle.get(articleId) ?? []);
    taken.push({ articleId, fingerprint, statistics });
  }
  await keepStatistics(db(), taken);
  return taken;
}
