import type { AttributeValue } from '@/lib/annotation/annotation';
import type { ComparedLayer } from './comparison';
import type { ComparedAnnotation } from './compared-annotation';

/** A mark with what its author says about it. */
export type DetailedAnnotation = ComparedAnnotation & {
  attributes: Record<string, AttributeValue>;
  note: string;
  confidence: number | null;
};

/** A layer with all of its marks, in text order. Positions are UTF-16 code units. */
export type StoredLayer = ComparedLayer & { annotations: DetailedAnnotation[] };
