import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import type { LayerState } from '@/lib/annotation/layer';

/** What keeps a server that answers from saving: its disk is full, or its database is away. */
export type ServerTrouble = 'disk-full' | 'database-away';

/**
 * How far what an analyst did has come. 'offline': the server cannot be reached, or does not answer
 * well, and is asked again by itself. 'signed-out': it waits until its author signs in again.
 */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving'; count: number }
  | { kind: 'offline'; count: number; trouble?: ServerTrouble }
  | { kind: 'signed-out'; count: number };

/** A deed that the server refused: what it was about, why, what was typed; kept until dismissed or retried. */
export type RefusedChange = {
  idempotencyKey: string;
  annotationId: string;
  kind: 'put' | 'remove';
  content: AnnotationContent;
  /** The words that it was about; missing in what browsers kept before they were kept too. */
  quote?: string;
  /** The server's words. */
  why: string;
  at: string;
};

/** Which annotation a deed touched, and words to announce it. */
export type Touched = { annotationId: string; message: string };

/** An analyst's own work over one article, as the page holds it. */
export type Work = {
  /** Own annotations with everything waiting applied, sorted by start, end, id; unchanged entries keep their identity. */
  annotations: readonly Annotation[];
  layerState: LayerState;
  save: SaveState;
  refused: readonly RefusedChange[];
  /** A sentence to show while the browser does not let deeds be kept on disk; null when they are kept. */
  warning: string | null;
  canUndo: boolean;
  canRedo: boolean;
  /** Makes an annotation, painted at once, and answers its id; throws an Error in words where the span cannot be. */
  add(content: AnnotationContent): string;
  /** Changes an annotation; throws an Error in words where the span cannot be. */
  change(annotationId: string, content: Partial<AnnotationContent>): void;
  remove(annotationId: string): void;
  /** Takes the last deed back; its annotation and words, or null when there is nothing to undo. */
  undo(): Touched | null;
  redo(): Touched | null;
  /** Does a refused deed again. */
  retry(idempotencyKey: string): void;
  /** Puts a refused deed away for good. */
  dismiss(idempotencyKey: string): void;
  /** Saves what waits, then submits the layer; throws an Error in words where that cannot be. */
  submit(): Promise<void>;
  reopen(): Promise<void>;
};
