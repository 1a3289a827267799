import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';
import { findLayersAt } from '@/lib/annotation/annotation-store';
import type { AnnotationThen } from '@/lib/annotation/history';
import type { Computation } from '@/lib/compute/computation';
import type { ComputationContext } from '@/lib/compute/computation';
import type { ArticleStatistics } from '@/lib/agreement/statistics/article-statistics';
import { statisticsOfLayers } from '@/lib/agreement/statistics/statistics-of-layers';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { RoundArticle, TextSize } from './round-store';
import { findTextSizes } from './round-store';
import type { BeforeAndAfter } from './before-and-after';
import { beforeAndAfter } from './before-and-after';
import type { Movement, RevisedLayer } from './movement';
import { Movements } from './movement';
import type { LayerChange } from './layer-change';
import { noChange, layerChange, sumChanges } from './layer-change';

/** The figures of a round, people by their ids. */
export type MeasuredRound = BeforeAndAfter & {
  analysts: ({ id: string; layerCount: number } & LayerChange)[];
  movement: Movement[];
};

/**
 * How many articles are read at a time: some ten milliseconds of computation, between which others
 * are served.
 */
const batchSize = 10;

type ToAnnotation = (annotation: AnnotationThen) => ComparedAnnotation;

async function annotationConverter(
  revisionId: string,
  { hasPairs }: TextSize,
): Promise<ToAnnotation> {
  if (!hasPairs) return ({ id, label, segments }) => ({ id, label, segments });
  const index = (await passingText(db(), revisionId)).indexIn('code-point');
  const toCodePoint = (position: number) => index.fromUtf16(position) ?? position;
  return ({ id, label, segments }) => ({
    id,
    label,
    segments: segments.map(({ start, end }) => ({
      start: toCodePoint(start),
      end: toCodePoint(end),
    })),
  });
}

async function readAtBoth(articles: readonly RoundArticle[], at: 'before' | 'after') {
  const layers = articles.flatMap((article) => article.layers);
  const found = await findLayersAt(
    db(),
    layers.map((layer) => ({ layerId: layer.layerId, eventCount: layer[at] })),
  );
  return new Map(layers.map(({ layerId }, index) => [layerId, found[index] ?? []]));
}

/** Article statistics without what only a project's panel needs, since a large round holds many. */
function reducedStatistics(
  layers: readonly RevisedLayer[],
  at: 'before' | 'after',
  length: number,
) {
  const statistics = statisticsOfLayers(
    layers.map((layer) => ({
      userId: layer.userId,
      layerId: layer.userId,
      submitted: true,
      annotations: layer[at],
    })),
    { length, readAt: '' },
  );
  return { ...statistics, confusion: [], clusters: [], divided: [] };
}

/**
 * Measures a round over these articles: what each layer had before and after is read from its
 * history, some articles at a time. Reports progress, and throws when `signal` is aborted.
 */
export async function measureRound(
  articles: readonly RoundArticle[],
  { signal, onProgress }: ComputationContext = {},
): Promise<MeasuredRound> {
  const [before, after]: [ArticleStatistics[], ArticleStatistics[]] = [[], []];
  const changes = new Map<string, { layerCount: number } & LayerChange>();
  const movements = new Movements();
  for (let from = 0; from < articles.length; from += batchSize) {
    onProgress?.({ done: from, total: articles.length });
    signal?.throwIfAborted();
    const some = articles.slice(from, from + batchSize);
    const [sizes, then, now] = await Promise.all([
      findTextSizes(
        db(),
        some.map(({ revisionId }) => revisionId),
      ),
      readAtBoth(some, 'before'),
      readAtBoth(some, 'after'),
    ]);
    for (const { revisionId, layers } of some) {
      const size = sizes.get(revisionId) ?? { length: 0, hasPairs: false };
      const toAnnotation = await annotationConverter(revisionId, size);
      const revised = layers.map(({ layerId, userId }) => ({
        userId,
        before: (then.get(layerId) ?? []).map(toAnnotation),
        after: (now.get(layerId) ?? []).map(toAnnotation),
      }));
      for (const { userId, ...of } of revised) {
        const { layerCount: read, ...sum } = changes.get(userId) ?? { layerCount: 0, ...noChange };
        const change = sumChanges(sum, layerChange(of.before, of.after));
        changes.set(userId, { layerCount: read + 1, ...change });
      }
      movements.add(revised);
      before.push(reducedStatistics(revised, 'before', size.length));
      after.push(reducedStatistics(revised, 'after', size.length));
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

/** The figures of a discussion round. */
export const roundComputation: Computation<readonly RoundArticle[], MeasuredRound> = {
  name: 'round/figures',
  subject: 'Measuring this round',
  advice: 'Have annotations removed that lie within many others.',
  maxMilliseconds: 120_000,
  run: measureRound,
};
