import type { Announcement } from '@/lib/access/announcement';
import type { Annotation } from './annotation';
import type { Changed, Done } from './deed';
import { roomsOfLayer } from './article-room';
import type { LayerContext } from './layer-context';
import type { LayerView } from './layer';
import { visibleLayerOf } from './desk';
import type { ArticleMessage } from './live-message';

/** One deed as it was written: what became of the annotation. */
export type Written = { deed: 'put' | 'remove'; annotation: Annotation };

/** Of more than this many deeds at once it is only told that there were some: pages then read. */
const mostTold = 500;

type Place = Pick<LayerContext, 'articleId' | 'kind' | 'authorId'>;

const inRoomsOf = (place: Place, message: ArticleMessage): Announcement[] =>
  roomsOfLayer(place).map((room) => ({ kind: 'message', room, message }));

/** What is told of deeds that were written together, after `before` others, in a layer. */
export function deedsTold(
  context: Place & Pick<LayerContext, 'layerId'>,
  before: number,
  written: readonly Written[],
): Announcement[] {
  if (written.length === 0) return [];
  const told = written.length > mostTold ? [] : written;
  const put = told.filter(({ deed }) => deed === 'put').map(({ annotation }) => annotation);
  const removed = told
    .filter(({ deed }) => deed === 'remove')
    .map(({ annotation: { id, version } }) => ({ id, version }));
  const deedCount = before + written.length;
  const { layerId } = context;
  return inRoomsOf(context, {
    kind: 'deeds',
    layerId,
    before,
    deedCount,
    offsetUnit: 'utf-16',
    put,
    removed,
  });
}

/**
 * What is told when deeds that were carried out before are sent again: the same once more, under
 * their numbers. Whoever committed them may have been cut off before it could tell, and those who
 * know them already hear nothing new.
 */
export function deedsToldAgain(
  context: Place & Pick<LayerContext, 'layerId'> & { done: ReadonlyMap<string, Done> },
  changed: readonly Changed[],
): Announcement[] {
  const annotations = new Map(changed.map(({ annotation }) => [annotation.id, annotation]));
  const runs: { before: number; written: Written[] }[] = [];
  const inOrder = [...context.done.values()].sort((one, other) => one.number - other.number);
  for (const { annotationId, deed, number } of inOrder) {
    const annotation = annotations.get(annotationId);
    if (annotation === undefined) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.before + last.written.length === number - 1)
      last.written.push({ deed, annotation });
    else runs.push({ before: number - 1, written: [{ deed, annotation }] });
  }
  return runs.flatMap(({ before, written }) => deedsTold(context, before, written));
}

/**
 * What is told when a layer was opened, submitted or opened again: the layer, to all who may see it,
 * and that its author's rights over the article may be others now; everybody's for the consensus,
 * which some may see only once it is submitted.
 */
export function layerTold(layer: LayerView): Announcement[] {
  const { articleId, kind } = layer;
  const authorId = layer.author?.id ?? null;
  const told = inRoomsOf(
    { articleId, kind, authorId },
    { kind: 'layer', layer: visibleLayerOf(layer) },
  );
  if (kind === 'consensus') return [...told, { kind: 'rights', of: { articleId } }];
  if (authorId === null) return told;
  return [...told, { kind: 'rights', of: { userId: authorId, articleId } }];
}
