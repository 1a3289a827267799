import type { Announcement, LiveChannel } from '@/lib/live/live-channel';
import type { LayerContext } from './layer-access';
import type { Annotation } from './annotation';
import type { Changed, Done } from './sent-change';
import type { LayerKind, LayerView } from './layer';
import { visibleLayerOf } from './article-workspace';
import type { ArticleMessage } from './live-message';

/** The channels of an article. */
export type ArticleChannel = Extract<LiveChannel, { articleId: string }>;

/** In which rooms it is told what happens in a layer: those whose members may all see it. */
export function channelsOfLayer({
  articleId,
  kind,
  authorId,
}: {
  articleId: string;
  kind: LayerKind;
  authorId: string | null;
}): ArticleChannel[] {
  const layers: ArticleChannel = { kind: 'layers', articleId };
  if (kind === 'consensus') return [layers, { kind: 'consensus', articleId }];
  if (authorId === null) return [layers];
  return [layers, { kind: 'own', articleId, userId: authorId }];
}

/** One deed as it was written: what became of the annotation. */
export type Written = { kind: 'put' | 'remove'; annotation: Annotation };

/** Of more than this many deeds at once it is only told that there were some: pages then read. */
const maxAnnounced = 500;

type LayerRef = Pick<LayerContext, 'articleId' | 'kind' | 'authorId'>;

const inChannelsOf = (layer: LayerRef, message: ArticleMessage): Announcement[] =>
  channelsOfLayer(layer).map((channel) => ({ kind: 'message', channel, message }));

/** What is told of deeds that were written together, after `before` others, in a layer. */
export function changeAnnouncements(
  context: LayerRef & Pick<LayerContext, 'layerId'>,
  before: number,
  written: readonly Written[],
): Announcement[] {
  if (written.length === 0) return [];
  const announced = written.length > maxAnnounced ? [] : written;
  const put = announced.filter(({ kind }) => kind === 'put').map(({ annotation }) => annotation);
  const removed = announced
    .filter(({ kind }) => kind === 'remove')
    .map(({ annotation: { id, version } }) => ({ id, version }));
  const eventCount = before + written.length;
  const { layerId } = context;
  return inChannelsOf(context, {
    kind: 'changes',
    layerId,
    before,
    eventCount,
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
export function repeatedChangeAnnouncements(
  context: LayerRef & Pick<LayerContext, 'layerId'> & { done: ReadonlyMap<string, Done> },
  changed: readonly Changed[],
): Announcement[] {
  const annotations = new Map(changed.map(({ annotation }) => [annotation.id, annotation]));
  const runs: { before: number; written: Written[] }[] = [];
  const inOrder = [...context.done.values()].sort((one, other) => one.sequence - other.sequence);
  for (const { annotationId, kind, sequence } of inOrder) {
    const annotation = annotations.get(annotationId);
    if (annotation === undefined) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.before + last.written.length === sequence - 1)
      last.written.push({ kind, annotation });
    else runs.push({ before: sequence - 1, written: [{ kind, annotation }] });
  }
  return runs.flatMap(({ before, written }) => changeAnnouncements(context, before, written));
}

/**
 * What is told when a layer was opened, submitted or opened again: the layer, to all who may see it,
 * and that its author's rights over the article may be others now; everybody's for the consensus,
 * which some may see only once it is submitted.
 */
export function layerAnnouncements(layer: LayerView): Announcement[] {
  const { articleId, kind } = layer;
  const authorId = layer.author?.id ?? null;
  const announcements = inChannelsOf(
    { articleId, kind, authorId },
    { kind: 'layer', layer: visibleLayerOf(layer) },
  );
  if (kind === 'consensus') return [...announcements, { kind: 'rights', of: { articleId } }];
  if (authorId === null) return announcements;
  return [...announcements, { kind: 'rights', of: { userId: authorId, articleId } }];
}
