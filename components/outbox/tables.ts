import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import type { LoggedEvent } from '@/lib/annotation/event-log';
import type { LayerState } from '@/lib/annotation/layer';
import type { RefusedChange, ServerTrouble } from './work';

/** A change that the server has not confirmed yet. */
export type WaitingChange = {
  /** Its position in the queue; assigned by the table. */
  seq: number;
  userId: string;
  articleId: string;
  annotationId: string;
  idempotencyKey: string;
  kind: 'put' | 'remove';
  /** The content to put; for a removal, the content before it. */
  content: AnnotationContent;
  /** The covered text, to detect a text that is not the annotated one. */
  quote: string;
  /**
   * The version that the server must have, 0 where there is none yet; null while another change on
   * the same annotation waits before this one.
   */
  expects: number | null;
  /** Whether it may have reached the server; from then on it is not modified. */
  sent: boolean;
  /** Time before which it is not sent, in milliseconds since 1970: it is still being typed. */
  delayedUntil: number;
  at: string;
};

/** A refused change with its user and article. */
export type RefusedRow = RefusedChange & { userId: string; articleId: string };

/** The last version of an annotation that this browser knows from the server. */
export type ServerVersion = {
  userId: string;
  articleId: string;
  annotationId: string;
  version: number;
  removed: boolean;
};

/** One change of the log with its user and article. */
export type LogRow = LoggedEvent & { userId: string; articleId: string };

/**
 * What is known of a user's work on one article: their layer, and how much of the log is in effect.
 */
export type LayerRow = {
  userId: string;
  articleId: string;
  layerId: string | null;
  /** The sequence number of the last change in the log that is not undone; 0 for none. */
  doneUpTo: number;
};

/** The tables inside one transaction, in which nothing else may be awaited. */
export type Transaction = {
  /** Up to `limit` waiting changes of a user, oldest first. */
  waiting(userId: string, limit?: number): Promise<WaitingChange[]>;
  waitingOn(userId: string, annotationId: string): Promise<WaitingChange[]>;
  /** Stores a change under its seq, or as the newest where that is 0; returns the seq. */
  save(row: WaitingChange): Promise<number>;
  forget(seq: number): Promise<void>;
  countOfOthers(userId: string): Promise<number>;
  refused(userId: string, articleId: string): Promise<RefusedRow[]>;
  saveRefused(row: RefusedRow): Promise<void>;
  forgetRefused(userId: string, articleId: string, annotationId: string): Promise<void>;
  serverVersion(
    userId: string,
    articleId: string,
    annotationId: string,
  ): Promise<ServerVersion | undefined>;
  allServerVersions(userId: string, articleId: string): Promise<ServerVersion[]>;
  saveServerVersion(row: ServerVersion): Promise<void>;
  forgetServerVersion(userId: string, articleId: string, annotationId: string): Promise<void>;
  log(userId: string, articleId: string): Promise<LogRow[]>;
  saveLogged(row: LogRow): Promise<void>;
  /** Deletes the changes of the log with a sequence number from `from` to `to`, inclusive. */
  forgetLogged(userId: string, articleId: string, from: number, to: number): Promise<void>;
  layerRow(userId: string, articleId: string): Promise<LayerRow | undefined>;
  saveLayerRow(row: LayerRow): Promise<void>;
  /** Number of a user's refused changes that are not dismissed, over all articles. */
  countRefused(userId: string): Promise<number>;
  /** Deletes everything of this user, of all articles. */
  forgetPerson(userId: string): Promise<void>;
};

/** The storage of the outbox. Transactions run one after the other, across all tabs. */
export type Tables = {
  /** Whether the data outlives the page. */
  lasting: boolean;
  transact<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  close(): void;
};

/** Whether the server can be reached as this user, by the last attempt. */
export type Line = 'open' | 'away' | 'signed-out';

type Placed = { articleId: string; annotationId: string };

/** A message from one tab to all tabs of the same user, the sending one first. */
export type Message =
  | (Placed & { kind: 'queued'; row: WaitingChange; replaced: string | null })
  /** Changes that were cancelled before they were sent. */
  | (Placed & { kind: 'dropped'; idempotencyKeys: string[] })
  | (Placed & {
      kind: 'done';
      idempotencyKey: string;
      version: number;
      annotation: Annotation | null;
    })
  | (Placed & {
      kind: 'refused';
      idempotencyKeys: string[];
      refused: RefusedRow;
      isConflict: boolean;
    })
  | (Placed & { kind: 'dismissed' })
  | { kind: 'logged'; articleId: string }
  | { kind: 'layer'; articleId: string; layerId: string; state: LayerState }
  | { kind: 'line'; line: Line; trouble?: ServerTrouble };
