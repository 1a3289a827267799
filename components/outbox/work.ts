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

/** What the save state reads; the words are fixed, people's scripts wait for them. */
export function saveMessage(save: SaveState): string {
  if (save.kind === 'saved') return 'All changes saved';
  if (save.kind === 'saving') return 'Saving…';
  return `Offline: ${save.count} changes waiting`;
}

/** The trouble that an answer with this status tells of; undefined where it tells of none. */
export function troubleOf(status: number): ServerTrouble | undefined {
  if (status === 507) return 'disk-full';
  return status === 503 ? 'database-away' : undefined;
}

const troubles: Record<ServerTrouble, string> = {
  'disk-full': 'The server’s disk is full. Your changes are kept here and sent when there is room.',
  'database-away':
    'The server’s database is away. Your changes are kept here and sent when it is back.',
};

/** What is the matter while changes wait; null where nothing is, or nothing is known of it. */
export function troubleMessage(save: SaveState): string | null {
  if (save.kind !== 'offline' || save.trouble === undefined) return null;
  return troubles[save.trouble];
}
