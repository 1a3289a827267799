import type { AttributeValue } from '@/lib/annotation/annotation';
import type { ComparedLayer } from './comparison';
import type { Mark } from './mark';

/** A mark with what its author says about it. */
export type SaidMark = Mark & {
  attributes: Record<string, AttributeValue>;
  note: string;
  confidence: number | null;
};

/** A layer with all of its marks, in text order. Positions are UTF-16 code units. */
export type StoredReading = ComparedLayer & { marks: SaidMark[] };
