import type { AnnotationContent } from './annotation';
import { isSameContent } from './sent-change';
import { isSameSpan } from './span';

/** One change of an analyst as undo and redo need it. Contents are in UTF-16 code units. */
export type LoggedEvent = {
  idempotencyKey: string;
  annotationId: string;
  /** Null where there was no such annotation. */
  before: AnnotationContent | null;
  /** Null where the change removed it. */
  after: AnnotationContent | null;
  /** The text that it covered, for the announcement. */
  quote: string;
  /** Time of the change, in milliseconds since 1970. */
  at: number;
  /** Its sequence number in the log, ascending. */
  sequence: number;
};

/**
 * An analyst's changes in one article, oldest first, and how many of them are in effect: the rest
 * was undone.
 */
export type EventLog = { readonly changes: readonly LoggedEvent[]; readonly done: number };

/** A log without changes. */
export const emptyLog: EventLog = { changes: [], done: 0 };

/** Maximum number of changes in a log; older ones can no longer be undone. */
export const maxLogLength = 1000;

/** After this pause, in milliseconds, typing in the same field is a change of its own. */
export const typingPause = 1500;

/** The part of an annotation that a change is about. */
type Aspect = 'existence' | 'label' | 'segments' | 'attributes' | 'note' | 'confidence';

type Change = Pick<LoggedEvent, 'before' | 'after'>;

/**
 * The first part that a change altered, in the order in which people would name it; null where
 * nothing differs.
 */
export function aspectOf({ before, after }: Change): Aspect | null {
  if (before === null || after === null) return before === after ? null : 'existence';
  if (before.label !== after.label) return 'label';
  if (!isSameSpan(before.segments, after.segments)) return 'segments';
  if (before.note !== after.note) return 'note';
  if (before.confidence !== after.confidence) return 'confidence';
  return isSameContent(before, after) ? null : 'attributes';
}

/**
 * Whether a change continues the last one: it alters the same field of the same annotation within
 * `typingPause`. Only notes, confidence and attributes, which are typed or dragged, are joined so.
 */
export function continues(
  last: LoggedEvent | undefined,
  next: Omit<LoggedEvent, 'sequence'>,
): boolean {
  if (last === undefined || last.annotationId !== next.annotationId) return false;
  const aspect = aspectOf(next);
  const isTyped = aspect === 'note' || aspect === 'confidence' || aspect === 'attributes';
  // The difference may be negative by hours where the clock was set back: that is no continuous
  // typing.
  const isInOneGo = Math.abs(next.at - last.at) < typingPause;
  return isTyped && aspectOf(last) === aspect && isInOneGo;
}

/**
 * The log with one more change, which discards the changes that could be redone. A change that
 * continues the last one replaces it and keeps its `before`.
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

/** The change that undo would revert; null where there is none. */
export function undoable(log: EventLog): LoggedEvent | null {
  return log.changes[log.done - 1] ?? null;
}

/** The change that redo would repeat; null where there is none. */
export function redoable(log: EventLog): LoggedEvent | null {
  return log.changes[log.done] ?? null;
}

/** The log after one undo (-1) or redo (1); unchanged where there is nothing to undo or redo. */
export function stepped(log: EventLog, by: -1 | 1): EventLog {
  const done = Math.min(Math.max(log.done + by, 0), log.changes.length);
  return { ...log, done };
}

/** The log without the change that has this idempotency key, such as one that was refused. */
export function without(log: EventLog, idempotencyKey: string): EventLog {
  const index = log.changes.findIndex((event) => event.idempotencyKey === idempotencyKey);
  if (index === -1) return log;
  const events = log.changes.filter((_, at) => at !== index);
  return { changes: events, done: index < log.done ? log.done - 1 : log.done };
}

/**
 * Whether undo (redo) of a change would revert exactly that change: the annotation's current
 * content must be what the change left (found). It is not where another device has changed it
 * since.
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

/** Describes a change, to follow “Undid: ” or “Redid: ”; `nameOf` gives the name of a label. */
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
