import type { ComputationContext } from '@/lib/access/computation';
import type { Mark } from '@/lib/agreement/comparison/mark';
import type { ArticleStatistics } from '@/lib/agreement/statistics/article-statistics';
import { statisticsOfReadings } from '@/lib/agreement/statistics/statistics-of-readings';
import { findLayersAt } from '@/lib/annotation/layer-at-store';
import type { AnnotationThen } from '@/lib/annotation/layer-moment';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { BeforeAndAfter } from './before-and-after';
import { beforeAndAfter } from './before-and-after';
import type { Movement, RevisedReading } from './movement';
import { Movements } from './movement';
import type { ReadingChange } from './reading-change';
import { noChange, readingChange, sumChanges } from './reading-change';
import type { RoundArticle, TextSize } from './round-ground-store';
import { findTextSizes } from './round-ground-store';

/** A round's figures, people by their ids. */
export type MeasuredRound = BeforeAndAfter & {
  analysts: ({ id: string; readings: number } & ReadingChange)[];
  movement: Movement[];
};

/** Articles that are read at a time: some ten milliseconds of reckoning, between which others are served. */
const portion = 10;

type ToMark = (annotation: AnnotationThen) => Mark;

async function marker(revisionId: string, { hasPairs }: TextSize): Promise<ToMark> {
  if (!hasPairs) return ({ id, label, segments }) => ({ id, label, segments });
  const index = (await passingText(db(), revisionId)).indexIn('code-point');
  const told = (position: number) => index.fromUtf16(position) ?? position;
  return ({ id, label, segments }) => ({
    id,
    label,
    segments: segments.map(({ start, end }) => ({ start: told(start), end: told(end) })),
  });
}

async function readAtBoth(articles: readonly RoundArticle[], at: 'before' | 'after') {
  const readings = articles.flatMap((article) => article.readings);
  const found = await findLayersAt(
    db(),
    readings.map((reading) => ({ layerId: reading.layerId, deeds: reading[at] })),
  );
  return new Map(readings.map(({ layerId }, place) => [layerId, found[place] ?? []]));
}

/** Without what only the panel of a project asks of it, since a large round holds many. */
function kept(readings: readonly RevisedReading[], at: 'before' | 'after', length: number) {
  const statistics = statisticsOfReadings(
    readings.map((reading) => ({
      userId: reading.userId,
      layerId: reading.userId,
      submitted: true,
      marks: reading[at],
    })),
    { length, readAt: '' },
  );
  return { ...statistics, confusion: [], clusters: [], divided: [] };
}

/**
 * Measures a round over these articles: what each reading held when it began and when it ended is
 * read from its history, some articles at a time. `waiting` may watch and end it.
 */
export async function measureRound(
  articles: readonly RoundArticle[],
  { signal, onProgress }: ComputationContext = {},
): Promise<MeasuredRound> {
  const [before, after]: [ArticleStatistics[], ArticleStatistics[]] = [[], []];
  const changes = new Map<string, { readings: number } & ReadingChange>();
  const movements = new Movements();
  for (let from = 0; from < articles.length; from += portion) {
    onProgress?.({ done: from, total: articles.length });
    signal?.throwIfAborted();
    const some = articles.slice(from, from + portion);
    const [sizes, then, now] = await Promise.all([
      findTextSizes(
        db(),
        some.map(({ revisionId }) => revisionId),
      ),
      readAtBoth(some, 'before'),
      readAtBoth(some, 'after'),
    ]);
    for (const { revisionId, readings } of some) {
      const size = sizes.get(revisionId) ?? { length: 0, hasPairs: false };
      const toMark = await marker(revisionId, size);
      const revised = readings.map(({ layerId, userId }) => ({
        userId,
        before: (then.get(layerId) ?? []).map(toMark),
        after: (now.get(layerId) ?? []).map(toMark),
      }));
      for (const { userId, ...of } of revised) {
        const { readings: read, ...sum } = changes.get(userId) ?? { readings: 0, ...noChange };
        const change = sumChanges(sum, readingChange(of.before, of.after));
        changes.set(userId, { readings: read + 1, ...change });
      }
      movements.add(revised);
      before.push(kept(revised, 'before', size.length));
      after.push(kept(revised, 'after', size.length));
    }
  }
  onProgress?.({ done: articles.length, total: articles.length });
  return {
    ...(await beforeAndAfter(before, after)),
    analysts: Array.from(changes, ([id, change]) => ({ id, ...change })).sort((one, other) =>
      one.id < other.id ? -1 : 1,
    ),
    movement: movements.list(),
  };
}
