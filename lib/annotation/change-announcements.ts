import type { Announcement, LiveChannel } from '@/lib/live/live-channel';
import type { LayerContext } from './layer-access';
import type { Annotation } from './annotation';
import type { Changed, Done } from './sent-change';
import type { LayerKind, LayerView } from './layer';
import { visibleLayerOf } from './article-workspace';
import type { ArticleMessage } from './live-message';

/** The channels of an article. */
export type ArticleChannel = Extract<LiveChannel, { articleId: string }>;

/**
 * The channels on which changes of a layer are published: those whose subscribers may all see it.
 */
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

/** One change as it was written, with the annotation after it. */
export type Written = { kind: 'put' | 'remove'; annotation: Annotation };

/**
 * Above this number of changes at once, the message carries none of them: pages then reload the
 * layer.
 */
const maxAnnounced = 500;

type LayerRef = Pick<LayerContext, 'articleId' | 'kind' | 'authorId'>;

const inChannelsOf = (layer: LayerRef, message: ArticleMessage): Announcement[] =>
  channelsOfLayer(layer).map((channel) => ({ kind: 'message', channel, message }));

/**
 * The messages about changes that were written together in a layer after `before` earlier events;
 * none where nothing was written.
 */
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
 * The messages about changes that were sent again: the same as at first, with their sequence
 * numbers. The process that committed them may have ended before it could publish; pages that know
 * them already ignore them.
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
 * The messages about a layer that was created, submitted or reopened: the layer, to everybody who
 * may see it, and a notice that its author's rights over the article may have changed; for the
 * consensus everybody's, because some see it only once it is submitted.
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
