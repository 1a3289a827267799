import { findLayersAt } from '@/lib/annotation/layer-at-store';
import type { AnnotationThen } from '@/lib/annotation/layer-moment';
import { segmentsIn } from '@/lib/annotation/positions';
import { anchorOf, quoteOf } from '@/lib/annotation/span';
import type { FrozenText } from '@/lib/article/frozen-text';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { ExportRoundLayer } from './round-store';
import { findRoundsOver } from './round-store';
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
