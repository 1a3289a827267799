import type { Acknowledged } from './client-log';

/** What an annotation says, of which a drill takes note. */
export type AnnotationValues = {
  label: string;
  segments: { start: number; end: number }[];
  note: string;
};

/** One version of an annotation, as a history tells it. */
export type Version = AnnotationValues & { version: number; kind: 'put' | 'remove' };

/** One version of an annotation, as the database has it. */
export type WrittenEvent = Version & {
  annotationId: string;
  layerId: string;
  /** Position in the history of its layer, from 1. */
  sequence: number;
  idempotencyKey: string | null;
};

/** An annotation as somebody sees it, or as it stands. */
export type Seen = AnnotationValues & { id: string; version: number };

/** What one sees of a layer, beside what stands there. */
export type View = { whose: string; seen: readonly Seen[]; current: readonly Seen[] };

/** What is left behind by a drill. */
export type Evidence = {
  acknowledged: Acknowledged[];
  /** Deeds that left somebody's disk without an answer. */
  vanished: string[];
  /** Deeds that still wait. */
  waiting: string[];
  refused: { idempotencyKey: string; why: string }[];
  events: WrittenEvent[];
  layers: { layerId: string; eventCount: number }[];
  /** The versions of each annotation as the API tells them. */
  histories: ReadonlyMap<string, readonly Version[]>;
  views: View[];
};
