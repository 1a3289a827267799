import { findLayersAt } from '@/lib/annotation/layer-at-store';
import type { AnnotationThen } from '@/lib/annotation/layer-moment';
import { anchorOf, quoteOf } from '@/lib/annotation/span';
import { db } from '@/lib/db';
import type { ExportPage } from './export-pages';
import { articlePages, belongingsOf, inOrder } from './export-pages';
import type { ExportLayer, ExportViewer, ShownArticle } from './export-shown';
import { grouped, shownTo } from './export-shown';
import type { Extent, ExportRow } from './export-store';
import type { RoundMoment } from './round-store';
import { findMoments } from './round-store';

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
