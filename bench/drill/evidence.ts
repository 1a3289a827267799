import type { Acknowledged } from './ledger';

/** What an annotation says, of which a drill takes note. */
export type Said = { label: string; segments: { start: number; end: number }[]; note: string };

/** One version of an annotation, as a history tells it. */
export type Version = Said & { version: number; deed: 'put' | 'remove' };

/** One version of an annotation, as the database has it. */
export type WrittenEvent = Version & {
  annotationId: string;
  layerId: string;
  /** Its number among the deeds of its layer. */
  number: number;
  deedId: string | null;
};

/** An annotation as somebody sees it, or as it stands. */
export type Seen = Said & { id: string; version: number };

/** What one sees of a layer, beside what stands there. */
export type View = { whose: string; seen: readonly Seen[]; stands: readonly Seen[] };

/** What is left behind by a drill. */
export type Evidence = {
  acknowledged: Acknowledged[];
  /** Deeds that left somebody's disk without an answer. */
  vanished: string[];
  /** Deeds that still wait. */
  waiting: string[];
  refused: { deedId: string; why: string }[];
  events: WrittenEvent[];
  layers: { layerId: string; deedCount: number }[];
  /** The versions of each annotation as the API tells them. */
  histories: ReadonlyMap<string, readonly Version[]>;
  views: View[];
};
