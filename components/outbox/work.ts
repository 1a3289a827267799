import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import type { LayerState } from '@/lib/annotation/layer';

/** Why a server that responds cannot save: its disk is full, or its database is away. */
export type ServerTrouble = 'disk-full' | 'database-away';

/**
 * How far an analyst's changes are saved. `offline`: the server cannot be reached or fails, and is
 * retried automatically. `signed-out`: changes wait until their author signs in again.
 */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving'; count: number }
  | { kind: 'offline'; count: number; trouble?: ServerTrouble }
  | { kind: 'signed-out'; count: number };

/** A refused change, stored until it is dismissed or retried. */
export type RefusedChange = {
  idempotencyKey: string;
  annotationId: string;
  kind: 'put' | 'remove';
  content: AnnotationContent;
  /** The covered text; missing in rows of old versions. */
  quote?: string;
  /** The server's message. */
  why: string;
  at: string;
};

/** The annotation that a change is about, and a message to announce. */
export type Touched = { annotationId: string; message: string };

/** An analyst's own work on one article, as the page holds it. */
export type Work = {
  /**
   * Own annotations with all waiting changes applied, sorted by start, end, id; unchanged entries
   * are the same objects.
   */
  annotations: readonly Annotation[];
  layerState: LayerState;
  save: SaveState;
  refused: readonly RefusedChange[];
  /** A sentence to show while the browser cannot store changes on disk; null otherwise. */
  warning: string | null;
  canUndo: boolean;
  canRedo: boolean;
  /**
   * Creates an annotation, shown at once, and returns its id; throws an Error with a message for
   * the user where the span is not valid.
   */
  add(content: AnnotationContent): string;
  /**
   * Changes an annotation; throws an Error with a message for the user where the span is not valid.
   */
  change(annotationId: string, content: Partial<AnnotationContent>): void;
  remove(annotationId: string): void;
  /**
   * Undoes the last change; returns its annotation and message, or null where there is nothing to
   * undo.
   */
  undo(): Touched | null;
  redo(): Touched | null;
  /** Makes a refused change again. */
  retry(idempotencyKey: string): void;
  /** Dismisses a refused change for good. */
  dismiss(idempotencyKey: string): void;
  /**
   * Saves what waits, then submits the layer; rejects with an Error with a message for the user.
   */
  submit(): Promise<void>;
  reopen(): Promise<void>;
};

/** The text of the save state; fixed, because scripts of users wait for it. */
export function saveMessage(save: SaveState): string {
  if (save.kind === 'saved') return 'All changes saved';
  if (save.kind === 'saving') return 'Saving…';
  return `Offline: ${save.count} changes waiting`;
}

/** The trouble that a response status indicates; undefined for others. */
export function troubleOf(status: number): ServerTrouble | undefined {
  if (status === 507) return 'disk-full';
  return status === 503 ? 'database-away' : undefined;
}

const troubles: Record<ServerTrouble, string> = {
  'disk-full': 'The server’s disk is full. Your changes are kept here and sent when there is room.',
  'database-away':
    'The server’s database is away. Your changes are kept here and sent when it is back.',
};

/** A sentence about the trouble while changes wait; null where there is none, or none is known. */
export function troubleMessage(save: SaveState): string | null {
  if (save.kind !== 'offline' || save.trouble === undefined) return null;
  return troubles[save.trouble];
}
