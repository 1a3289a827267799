import { z } from 'zod';
import type { AttributeValue } from '@/lib/annotation/annotation';
import { layerKinds, layerStates } from '@/lib/annotation/layer';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { maySeeLayer } from '@/lib/annotation/visibility';
import { invalid } from '@/lib/refusal';
import type { ComparedAnnotation } from './compared-unit';

/** A layer as it stands in a comparison. */
export const comparedLayer = z.object({
  layerId: z.uuid(),
  kind: z.enum(layerKinds),
  /** The analyst's or suggester's name; 'Consensus' for the consensus. */
  author: z.string(),
  authorId: z.uuid().nullable(),
  state: z.enum(layerStates),
  annotationCount: z.int().nonnegative(),
});

/** A layer as it stands in a comparison. */
type ComparedLayer = z.infer<typeof comparedLayer>;

/** A mark with what its author says about it. */
export type DetailedAnnotation = ComparedAnnotation & {
  attributes: Record<string, AttributeValue>;
  note: string;
  confidence: number | null;
};

/** A layer with all of its marks, in text order. Positions are UTF-16 code units. */
export type StoredLayer = ComparedLayer & { annotations: DetailedAnnotation[] };

/** Of an article's readings those that this person may see; of the others not even that they are there. */
export function visibleLayers<Layer extends Pick<StoredLayer, 'kind' | 'authorId' | 'state'>>(
  layers: readonly Layer[],
  context: Pick<OpenArticle, 'role' | 'blind' | 'ownState' | 'discussion'>,
  userId: string,
): Layer[] {
  return layers.filter(({ kind, authorId, state }) =>
    maySeeLayer({ ...context, userId }, { kind, authorId, state }),
  );
}

/** Whether a layer is a reading yet: submitted, be it silent, or with marks. An open layer without any was only opened. */
export function hasBegun({
  state,
  annotationCount,
}: Pick<StoredLayer, 'state' | 'annotationCount'>) {
  return state === 'submitted' || annotationCount > 0;
}

/**
 * The readings to compare, of those that somebody may see: the named ones, in that order, or every
 * analyst's that has begun. A name that is not among them is refused.
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

/** Why so many readings cannot be compared; null where they can. */
export function reasonAgainst(layerCount: number): string | null {
  if (layerCount > 1) return null;
  return layerCount === 0
    ? 'No reading of this article is open to you yet, so there is nothing to compare.'
    : 'Only one reading of this article is open to you, so there is nothing to compare it with.';
}
