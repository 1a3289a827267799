import { findLayersAt } from '@/lib/annotation/annotation-store';
import type { AnnotationThen } from '@/lib/annotation/history';
import { segmentsIn } from '@/lib/annotation/positions';
import { anchorOf, quoteOf } from '@/lib/annotation/span';
import type { FrozenText } from '@/lib/article/frozen-text';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { ExportPage } from './export-pages';
import { articlePages, belongingsOf, inOrder } from './export-pages';
import type { ExportLayer, ExportViewer, ShownArticle } from './export-shown';
import { grouped, shownTo } from './export-shown';
import type { Extent, ExportRow } from './export-store';
import type { ExportRoundLayer, RoundMoment } from './round-store';
import { findRoundsOver, findMoments } from './round-store';
import { jsonList, jsonObject } from './streaming';

type Options = { text: boolean; codebooks: Set<number> };
type LayerRevision = { id: string; revisionId: string };

function annotationThen(
  { text, indexIn }: FrozenText,
  { segments, ...annotation }: AnnotationThen,
  options: Options,
) {
  options.codebooks.add(annotation.codebookVersion);
  const quotation = options.text
    ? { quote: quoteOf(text, segments), ...anchorOf(text, segments) }
    : {};
  return { ...annotation, segments: segmentsIn(indexIn('code-point'), segments), ...quotation };
}

async function* layersThen(
  layers: readonly ExportRoundLayer[],
  revisions: ReadonlyMap<string, LayerRevision>,
  options: Options,
) {
  const texts = new Map<string, FrozenText>();
  for (const { layerId, before, after } of layers) {
    const revisionId = revisions.get(layerId)?.revisionId ?? '';
    const frozen = texts.get(revisionId) ?? (await passingText(db(), revisionId));
    texts.set(revisionId, frozen);
    const moments = [before, ...(after === null ? [] : [after])];
    const held = await findLayersAt(
      db(),
      moments.map((eventCount) => ({ layerId, eventCount })),
    );
    const [then, later] = held.map((of) => of.map((one) => annotationThen(frozen, one, options)));
    yield { layerId, before: then ?? [], after: later ?? null };
  }
}

/**
 * The discussion rounds of an article, each with the content of its visible layers when it began
 * and when it ended; rounds without visible layers are left out.
 */
export async function* roundsOf(
  articleId: string,
  shown: readonly LayerRevision[],
  options: Options,
) {
  const revisions = new Map(shown.map((layer) => [layer.id, layer]));
  for (const { layers, ...round } of await findRoundsOver(db(), articleId)) {
    const open = layers.filter(({ layerId }) => revisions.has(layerId));
    if (open.length === 0) continue;
    yield jsonObject({ ...round, layers: jsonList(layersThen(open, revisions, options)) });
  }
}

/** A moment of a discussion round. */
export type AtRound = { roundId: string; moment: RoundMoment };

const rowsAtOnce = 1000;

// Formatted as PostgreSQL formats JSON, so that unchanged attributes are the same at every moment.
function attributesWritten(attributes: AnnotationThen['attributes']): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{${pairs.join(', ')}}`;
}

function rowThen(layerId: string, text: string, annotation: AnnotationThen): ExportRow {
  const { segments, attributes, confidence, codebookVersion, version: _, ...rest } = annotation;
  return {
    ...rest,
    layerId,
    segments: segments.map(({ start, end }) => [start, end]),
    quote: quoteOf(text, segments),
    ...anchorOf(text, segments),
    attributes: attributesWritten(attributes),
    confidence: confidence === null ? '' : String(confidence),
    codebookVersion: String(codebookVersion),
  };
}

/** The articles with those of their layers that were in the round, as they were then. */
async function inRound(shown: readonly ShownArticle[], { roundId, moment }: AtRound) {
  const ids = shown.flatMap(({ layers }) => layers.map(({ id }) => id));
  const moments = await findMoments(db(), roundId, moment, ids);
  const found = new Map(moments.map((one) => [one.layerId, one]));
  const articles = shown.map((article): ShownArticle => {
    const layers = article.layers.flatMap((layer) => {
      const then = found.get(layer.id);
      return then === undefined ? [] : [{ ...layer, state: then.state }];
    });
    const eventCount = layers.reduce((sum, { id }) => sum + (found.get(id)?.eventCount ?? 0), 0);
    return { ...article, layers, eventCount };
  });
  return { articles, eventCountOf: (layerId: string) => found.get(layerId)?.eventCount ?? 0 };
}

/**
 * What of the extent the viewer may export, as it was at a moment of a round, page by page in the
 * order of the CSV: the layers that were in the round, and no others.
 */
export async function* roundPages(
  exportViewer: ExportViewer,
  extent: Extent,
  nameOf: (layer: ExportLayer) => string,
  at: AtRound,
): AsyncGenerator<ExportPage, void> {
  for await (const articles of articlePages(extent)) {
    const shown = articles.map((article) => shownTo(exportViewer, article, nameOf));
    const then = await inRound(shown, at);
    for (const group of grouped(then.articles, rowsAtOnce)) {
      const { layers, texts } = await belongingsOf(group);
      const asked = [...layers].map(([layerId, { layer }]) => ({ layerId, of: layer }));
      const held = await findLayersAt(
        db(),
        asked.map(({ layerId }) => ({ layerId, eventCount: then.eventCountOf(layerId) })),
      );
      const rows = asked.flatMap(({ layerId, of }, index) => {
        const text = texts.get(of.revisionId)?.text ?? '';
        return (held[index] ?? []).map((annotation) => rowThen(layerId, text, annotation));
      });
      yield { rows: Promise.resolve(inOrder(rows, layers)), layers };
    }
  }
}
