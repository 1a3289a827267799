import { findLayersAt } from '@/lib/annotation/layer-at-store';
import type { AnnotationThen } from '@/lib/annotation/layer-moment';
import { segmentsIn } from '@/lib/annotation/positions';
import { anchorOf, quoteOf } from '@/lib/annotation/span';
import type { FrozenText } from '@/lib/article/frozen-text';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { jsonList, jsonObject } from './json-pieces';
import type { ExportRoundLayer } from './round-store';
import { findRoundsOver } from './round-store';

type Told = { text: boolean; codebooks: Set<number> };
type Place = { id: string; revisionId: string };

function annotationThen(
  { text, indexIn }: FrozenText,
  { segments, ...annotation }: AnnotationThen,
  told: Told,
) {
  told.codebooks.add(annotation.codebookVersion);
  const words = told.text ? { quote: quoteOf(text, segments), ...anchorOf(text, segments) } : {};
  return { ...annotation, segments: segmentsIn(indexIn('code-point'), segments), ...words };
}

async function* layersThen(
  layers: readonly ExportRoundLayer[],
  places: ReadonlyMap<string, Place>,
  told: Told,
) {
  const texts = new Map<string, FrozenText>();
  for (const { layerId, before, after } of layers) {
    const revisionId = places.get(layerId)?.revisionId ?? '';
    const frozen = texts.get(revisionId) ?? (await passingText(db(), revisionId));
    texts.set(revisionId, frozen);
    const moments = [before, ...(after === null ? [] : [after])];
    const held = await findLayersAt(
      db(),
      moments.map((deeds) => ({ layerId, deeds })),
    );
    const [then, later] = held.map((of) => of.map((one) => annotationThen(frozen, one, told)));
    yield { layerId, before: then ?? [], after: later ?? null };
  }
}

/**
 * The discussion rounds that an article was in, each with what those of its layers that are shown held
 * when it began and when it ended; rounds of which nothing is shown are left out.
 */
export async function* roundsOf(articleId: string, shown: readonly Place[], told: Told) {
  const places = new Map(shown.map((place) => [place.id, place]));
  for (const { layers, ...round } of await findRoundsOver(db(), articleId)) {
    const open = layers.filter(({ layerId }) => places.has(layerId));
    if (open.length === 0) continue;
    yield jsonObject({ ...round, layers: jsonList(layersThen(open, places, told)) });
  }
}
