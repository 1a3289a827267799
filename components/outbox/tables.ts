import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import type { LoggedEvent } from '@/lib/annotation/event-log';
import type { LayerState } from '@/lib/annotation/layer';
import type { RefusedChange, ServerTrouble } from './work';

/** A deed that the server has not yet said to be committed. */
export type WaitingChange = {
  /** Its place in the order in which deeds were done; given by the table. */
  seq: number;
  userId: string;
  articleId: string;
  annotationId: string;
  idempotencyKey: string;
  kind: 'put' | 'remove';
  /** What is put; for a removal, what stood there before. */
  content: AnnotationContent;
  /** What the text reads there, against a text that is not the one that was marked. */
  quote: string;
  /**
   * The version that must stand on the server, 0 where there is none yet; null while a deed on the
   * same annotation waits before this one.
   */
  expects: number | null;
  /** Whether it may have reached the server: from then on it is never changed. */
  sent: boolean;
  /** Not to be sent before this time, in milliseconds: it is still being typed. */
  delayedUntil: number;
  at: string;
};

/** A refused deed, with whose it is and where. */
export type RefusedRow = RefusedChange & { userId: string; articleId: string };

/** The version of an annotation that the server last told this browser. */
export type ServerVersion = {
  userId: string;
  articleId: string;
  annotationId: string;
  version: number;
  removed: boolean;
};

/** One deed of the log, with whose it is and where. */
export type LogRow = LoggedEvent & { userId: string; articleId: string };

/** What is known of one person's work on one article: their layer, and how much of the log is done. */
export type LayerRow = {
  userId: string;
  articleId: string;
  layerId: string | null;
  /** The place of the last deed in the log that is not undone; 0 for none. */
  doneUpTo: number;
};

/** The tables inside one transaction; nothing but these may be awaited in it. */
export type Transaction = {
  /** Up to `most` waiting deeds of a person, the oldest first. */
  waiting(userId: string, limit?: number): Promise<WaitingChange[]>;
  waitingOn(userId: string, annotationId: string): Promise<WaitingChange[]>;
  /** Keeps a deed under its seq, or as the newest when that is 0; answers the seq. */
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
  /** Forgets the deeds of the log whose place is `from` or later and `to` or earlier. */
  forgetLogged(userId: string, articleId: string, from: number, to: number): Promise<void>;
  layerRow(userId: string, articleId: string): Promise<LayerRow | undefined>;
  saveLayerRow(row: LayerRow): Promise<void>;
  /** How many of a person's changes were refused and not dismissed, over all articles. */
  countRefused(userId: string): Promise<number>;
  /** Deletes everything of this person, of all articles. */
  forgetPerson(userId: string): Promise<void>;
};

/** Where the outbox keeps what it holds. Transactions run one after the other, in all tabs. */
export type Tables = {
  /** Whether what is kept outlives the page. */
  lasting: boolean;
  transact<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  close(): void;
};

/** Whether the server can be reached in the person's name, as far as the last try told. */
export type Line = 'open' | 'away' | 'signed-out';

type Placed = { articleId: string; annotationId: string };

/** What happened in one tab, told to every tab of the same person, the own one first. */
export type Message =
  | (Placed & { kind: 'queued'; row: WaitingChange; replaced: string | null })
  /** Deeds that came to nothing before they were sent. */
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
