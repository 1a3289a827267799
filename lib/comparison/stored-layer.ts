import { z } from 'zod';
import type { AttributeValue } from '@/lib/annotation/annotation';
import { layerKinds, layerStates } from '@/lib/annotation/layer';
import type { ComparedAnnotation } from './compared-annotation';

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
export type ComparedLayer = z.infer<typeof comparedLayer>;

/** A mark with what its author says about it. */
export type DetailedAnnotation = ComparedAnnotation & {
  attributes: Record<string, AttributeValue>;
  note: string;
  confidence: number | null;
};

/** A layer with all of its marks, in text order. Positions are UTF-16 code units. */
export type StoredLayer = ComparedLayer & { annotations: DetailedAnnotation[] };
