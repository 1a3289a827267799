import { z } from 'zod';
import type { AttributeValue } from '@/lib/annotation/annotation';
import { layerKinds, layerStates } from '@/lib/annotation/layer';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { maySeeLayer } from '@/lib/annotation/visibility';
import { invalid } from '@/lib/refusal';
import type { ComparedAnnotation } from './compared-unit';

/** A layer as a comparison lists it. */
export const comparedLayer = z.object({
  layerId: z.uuid(),
  kind: z.enum(layerKinds),
  /** The analyst's or suggester's name; 'Consensus' for the consensus. */
  author: z.string(),
  authorId: z.uuid().nullable(),
  state: z.enum(layerStates),
  annotationCount: z.int().nonnegative(),
});

type ComparedLayer = z.infer<typeof comparedLayer>;

/** An annotation with its attributes, note and confidence (0 to 1; null: none given). */
export type DetailedAnnotation = ComparedAnnotation & {
  attributes: Record<string, AttributeValue>;
  note: string;
  confidence: number | null;
};

/** A layer with all of its annotations, in text order. Positions are UTF-16 code units. */
export type StoredLayer = ComparedLayer & { annotations: DetailedAnnotation[] };

/** The layers of an article that this user may see, by role, blind policy and the layers' state. */
export function visibleLayers<Layer extends Pick<StoredLayer, 'kind' | 'authorId' | 'state'>>(
  layers: readonly Layer[],
  context: Pick<OpenArticle, 'role' | 'blind' | 'ownState' | 'discussion'>,
  userId: string,
): Layer[] {
  return layers.filter(({ kind, authorId, state }) =>
    maySeeLayer({ ...context, userId }, { kind, authorId, state }),
  );
}

/** Whether a layer takes part in comparisons: it is submitted, even if empty, or has annotations. */
export function hasBegun({
  state,
  annotationCount,
}: Pick<StoredLayer, 'state' | 'annotationCount'>) {
  return state === 'submitted' || annotationCount > 0;
}

/**
 * The layers to compare, from those that a viewer may see: the requested ones in their order, each
 * once, or every analyst layer that has begun.
 *
 * @param seen the layers visible to the viewer.
 * @param named layer ids; undefined for the default.
 * @throws {Refusal} `invalid`, path `layers`, where a requested layer is not among `seen`.
 */
export function chosenLayers(
  seen: readonly StoredLayer[],
  named: readonly string[] | undefined,
): StoredLayer[] {
  if (named === undefined)
    return seen.filter((layer) => layer.kind === 'analyst' && hasBegun(layer));
  return [...new Set(named)].map((layerId) => {
    const found = seen.find((layer) => layer.layerId === layerId);
    if (found === undefined)
      throw invalid(
        'layers',
        `There is no layer ${layerId} over this article’s newest text, or it is not open to you.`,
      );
    return found;
  });
}

/** Why this number of layers cannot be compared, as a sentence for the viewer; null where it can. */
export function reasonAgainst(layerCount: number): string | null {
  if (layerCount > 1) return null;
  return layerCount === 0
    ? 'No annotations of this article are open to you yet, so there is nothing to compare.'
    : 'Only one analyst’s annotations of this article are open to you, so there is nothing to compare them with.';
}
