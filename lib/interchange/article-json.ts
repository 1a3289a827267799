import type { SeenThread, StoredThread } from '@/lib/discussion/thread-visibility';
import { threadAsSeen } from '@/lib/discussion/thread-visibility';
import { may } from '@/lib/access/permission';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import type { Annotation } from '@/lib/annotation/annotation';
import { findAnnotations } from '@/lib/annotation/annotation-store';
import { segmentsIn } from '@/lib/annotation/positions';
import type { StoredRelation } from '@/lib/annotation/relation-store';
import { findRelations } from '@/lib/annotation/relation-store';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { hidesSource, maySeeLayer } from '@/lib/annotation/visibility';
import type { PositionIndex } from '@/lib/article/code-points';
import type { FrozenText } from '@/lib/article/frozen-text';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { findThreads } from '@/lib/discussion/thread-store';
import { decisionsOf, mergesOf } from './export-decisions';
import { roundsOf } from './export-rounds';
import type { ExportArticle, ExportLayer, ExportViewer } from './export-shown';
import { decisionViewerAt, layerViewerAt, byCodePoints, openSources } from './export-shown';
import type { ExportRevision } from './export-store';
import { findRevisions } from './export-store';
import type { JsonPieces } from './streaming';
import { byPages, jsonList, jsonObject } from './streaming';

/**
 * How an article is exported: by which names, with its texts or without, and where the codebook
 * versions in use are collected.
 */
export type ArticleJsonOptions = {
  nameOf: (userId: string, name: string) => string;
  pseudonyms: boolean;
  text: boolean;
  /** Whether the project hides who made which version. */
  anonymous: boolean;
  codebooks: Set<number>;
};

type TextOf = (revisionId: string) => Promise<FrozenText>;
type IndexOf = (revisionId: string) => Promise<PositionIndex>;
type Quotation = { quote: string; prefix: string; suffix: string };

const quotationOf = ({ quote, prefix, suffix }: Quotation, { text }: ArticleJsonOptions) =>
  text ? { quote, prefix, suffix } : {};

const personOf = ({ id, name }: { id: string; name: string }, options: ArticleJsonOptions) => ({
  id: options.pseudonyms ? null : id,
  name: options.nameOf(id, name),
});

async function* revisionsOf(revisions: readonly ExportRevision[], { text }: ArticleJsonOptions) {
  for (const { id, ...revision } of revisions)
    yield text ? { ...revision, text: (await passingText(db(), id)).text } : revision;
}

async function* annotationsOf(layerId: string, index: PositionIndex, options: ArticleJsonOptions) {
  const pages = byPages<Annotation>((last, limit) => {
    const [start, end] = [last?.segments[0]?.start ?? 0, last?.segments.at(-1)?.end ?? 0];
    return findAnnotations(db(), layerId, { limit, after: last && [start, end, last.id] });
  });
  for await (const { layerId: _, quote, prefix, suffix, ...annotation } of pages) {
    options.codebooks.add(annotation.codebookVersion);
    const segments = segmentsIn(index, annotation.segments);
    yield { ...annotation, segments, ...quotationOf({ quote, prefix, suffix }, options) };
  }
}

async function* relationsOf(id: string) {
  const pages = byPages<StoredRelation>((last, limit) =>
    findRelations(db(), id, limit, last?.id ?? null),
  );
  for await (const { removed: _, layerId: __, ...relation } of pages) yield relation;
}

async function* layersOf(
  layers: readonly ExportLayer[],
  indexOf: IndexOf,
  options: ArticleJsonOptions,
) {
  for (const { id, revisionId, revision, kind, authorId, name, state } of layers) {
    yield jsonObject({
      id,
      revision,
      kind,
      state,
      author: authorId === null ? null : personOf({ id: authorId, name }, options),
      suggester: kind === 'suggestion' ? name : '',
      annotations: jsonList(annotationsOf(id, await indexOf(revisionId), options)),
      relations: jsonList(relationsOf(id)),
    });
  }
}

async function threadJson(thread: SeenThread, indexOf: IndexOf, options: ArticleJsonOptions) {
  const { articleId: _, revisionId, quote, prefix, suffix, resolvedBy, comments, ...rest } = thread;
  return {
    ...rest,
    segments: segmentsIn(await indexOf(revisionId), thread.segments),
    ...quotationOf({ quote, prefix, suffix }, options),
    resolvedBy: resolvedBy && personOf(resolvedBy, options),
    comments: comments.map((comment) => ({
      ...comment,
      author: personOf(comment.author, options),
      mentions: comment.mentions.map((called) => personOf(called, options)),
    })),
  };
}

async function* threadsOf(
  who: LayerViewer,
  articleId: string,
  indexOf: IndexOf,
  options: ArticleJsonOptions,
) {
  const pages = byPages<StoredThread>((last, limit) =>
    findThreads(db(), articleId, { limit, after: last && [last.segments[0]?.start ?? 0, last.id] }),
  );
  for await (const stored of pages) {
    const seen = threadAsSeen(who, stored);
    if (seen !== null) yield threadJson(seen, indexOf, options);
  }
}

function adjudicationOf(
  articleId: string,
  shown: readonly ExportLayer[],
  viewer: DecisionViewer,
  textOf: TextOf,
  options: ArticleJsonOptions,
) {
  const names = new Map(
    shown.map(({ id, authorId, name }) => [
      id,
      authorId === null ? name : options.nameOf(authorId, name),
    ]),
  );
  const how = {
    text: options.text,
    personOf: (person: { id: string; name: string }) => personOf(person, options),
    sourcesOf: (decision: Parameters<typeof openSources>[0]) =>
      openSources(decision, (layerId) => names.get(layerId), options.anonymous),
    textOf,
    viewer,
  };
  return {
    decisions: jsonList(decisionsOf(articleId, how)),
    // As in the API: the counts of merges reveal something of every layer.
    merges: may(viewer.role, 'see every layer') ? jsonList(mergesOf(articleId, how)) : [],
  };
}

/**
 * The JSON of an article with its layers, decisions, rounds and threads, as far as the viewer may
 * see them.
 */
export async function articleJson(
  exportViewer: ExportViewer,
  { articleId, layers, isCalibration, source, author, url, publishedAt, ...article }: ExportArticle,
  options: ArticleJsonOptions,
): Promise<JsonPieces> {
  const who = layerViewerAt(exportViewer, { layers, isCalibration });
  const viewer = decisionViewerAt(exportViewer, { layers, isCalibration });
  const sourceHidden = hidesSource(who);
  const from = sourceHidden
    ? { source: null, author: null, url: null, publishedAt: null }
    : { source, author, url, publishedAt };
  const texts = new Map<string, FrozenText>();
  const textOf: TextOf = async (revisionId) => {
    const frozen = texts.get(revisionId) ?? (await passingText(db(), revisionId));
    texts.set(revisionId, frozen);
    return frozen;
  };
  const indexOf: IndexOf = async (revisionId) => (await textOf(revisionId)).indexIn('code-point');
  const shown = layers
    .filter((layer) => maySeeLayer(who, layer))
    .sort((one, other) => byCodePoints(one.id, other.id));
  return jsonObject({
    id: articleId,
    title: article.title,
    ...from,
    sourceHidden,
    language: article.language,
    revisions: jsonList(revisionsOf(await findRevisions(db(), articleId), options)),
    layers: jsonList(layersOf(shown, indexOf, options)),
    ...adjudicationOf(articleId, shown, viewer, textOf, options),
    rounds: jsonList(roundsOf(articleId, shown, options)),
    threads: jsonList(threadsOf(who, articleId, indexOf, options)),
  });
}
