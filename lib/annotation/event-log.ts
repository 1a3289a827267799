import type { AnnotationContent } from './annotation';
import { isSameContent } from './sent-change';
import { isSameSpan } from './span';

/** One deed of an analyst as undo and redo need it. Contents in UTF-16 code units. */
export type LoggedEvent = {
  idempotencyKey: string;
  annotationId: string;
  /** null: there was no such annotation. */
  before: AnnotationContent | null;
  /** null: the deed removed it. */
  after: AnnotationContent | null;
  /** The words that it hung on, for announcing. */
  quote: string;
  /** When it was done, in milliseconds since 1970. */
  at: number;
  /** Its number in the log; later deeds have higher ones. */
  sequence: number;
};

/** What an analyst did in one article, the first deed first, and how many of them count as done: the rest was undone. */
export type EventLog = { readonly changes: readonly LoggedEvent[]; readonly done: number };

/** A log in which nothing was done yet. */
export const emptyLog: EventLog = { changes: [], done: 0 };

/** The most deeds that a log keeps; older ones cannot be undone any more. */
export const maxLogLength = 1000;

/** Milliseconds without a key after which typing in the same field is a deed of its own. */
export const typingPause = 1500;

/** What of an annotation a deed changed. */
type Aspect = 'existence' | 'label' | 'segments' | 'attributes' | 'note' | 'confidence';

type Change = Pick<LoggedEvent, 'before' | 'after'>;

/** The first thing that a deed changed, in the order in which people would name it; null for nothing. */
export function aspectOf({ before, after }: Change): Aspect | null {
  if (before === null || after === null) return before === after ? null : 'existence';
  if (before.label !== after.label) return 'label';
  if (!isSameSpan(before.segments, after.segments)) return 'segments';
  if (before.note !== after.note) return 'note';
  if (before.confidence !== after.confidence) return 'confidence';
  return isSameContent(before, after) ? null : 'attributes';
}

/**
 * Whether a deed goes on with the one before it: the same field of the same annotation, written
 * without a pause. Notes, confidence and attributes are typed or slid; everything else is one deed a key.
 */
export function continues(
  last: LoggedEvent | undefined,
  next: Omit<LoggedEvent, 'sequence'>,
): boolean {
  if (last === undefined || last.annotationId !== next.annotationId) return false;
  const aspect = aspectOf(next);
  const isTyped = aspect === 'note' || aspect === 'confidence' || aspect === 'attributes';
  // A clock that was set back by hours between the two tells of no typing in one go.
  const isInOneGo = Math.abs(next.at - last.at) < typingPause;
  return isTyped && aspectOf(last) === aspect && isInOneGo;
}

/**
 * The log with one more deed, which takes the redoable ones away. A deed that goes on with the last
 * one becomes part of it, under the later name.
 */
export function appendEvent(log: EventLog, event: Omit<LoggedEvent, 'sequence'>): EventLog {
  const done = log.changes.slice(0, log.done);
  const last = done.at(-1);
  if (last !== undefined && log.done === log.changes.length && continues(last, event)) {
    const joined = { ...event, before: last.before, sequence: last.sequence };
    return { changes: [...done.slice(0, -1), joined], done: done.length };
  }
  const events = [...done, { ...event, sequence: (last?.sequence ?? 0) + 1 }].slice(-maxLogLength);
  return { changes: events, done: events.length };
}

/** The deed that undo would take back; null when there is none. */
export function undoable(log: EventLog): LoggedEvent | null {
  return log.changes[log.done - 1] ?? null;
}

/** The deed that redo would do again; null when there is none. */
export function redoable(log: EventLog): LoggedEvent | null {
  return log.changes[log.done] ?? null;
}

/** The log after one undo (-1) or redo (1); it stays as it is where there is nothing more. */
export function stepped(log: EventLog, by: -1 | 1): EventLog {
  const done = Math.min(Math.max(log.done + by, 0), log.changes.length);
  return { ...log, done };
}

/** The log without a deed that came to nothing. */
export function without(log: EventLog, idempotencyKey: string): EventLog {
  const index = log.changes.findIndex((event) => event.idempotencyKey === idempotencyKey);
  if (index === -1) return log;
  const events = log.changes.filter((_, at) => at !== index);
  return { changes: events, done: index < log.done ? log.done - 1 : log.done };
}

/**
 * Whether undo (or redo) of a deed would take back just that deed: the annotation must stand as the
 * deed left it (or found it). Where somebody changed it since, on another device, it does not.
 */
export function matchesCurrent(
  event: Change,
  side: 'after' | 'before',
  now: AnnotationContent | null,
) {
  const wanted = event[side];
  if (wanted === null || now === null) return wanted === now;
  return isSameContent(wanted, now);
}

const shortest = (quote: string) =>
  quote.length > 60 ? `${Array.from(quote).slice(0, 60).join('').trimEnd()}…` : quote;

/** What a deed did, to follow “Undid: ” or “Redid: ”; labels by the names that `nameOf` gives. */
export function eventMessage(event: LoggedEvent, nameOf: (label: string) => string): string {
  const { before, after } = event;
  const label = nameOf((after ?? before)?.label ?? '');
  const which = `${label} on “${shortest(event.quote)}”`;
  if (before === null) return which;
  if (after === null) return `removal of ${which}`;
  const aspect = aspectOf(event);
  if (aspect === 'label') return `${nameOf(before.label)} to ${which}`;
  if (aspect === 'segments') return `new ends of ${which}`;
  if (aspect === 'note' || aspect === 'confidence') return `${aspect} of ${which}`;
  return `attributes of ${which}`;
}
