import type { AnnotationContent } from './annotation';
import { isSameContent } from './deed';
import { isSameSpan } from './span';

/** One deed of an analyst as undo and redo need it. Contents in UTF-16 code units. */
export type LoggedDeed = {
  deedId: string;
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
  place: number;
};

/** What an analyst did in one article, the first deed first, and how many of them count as done: the rest was undone. */
export type DeedLog = { readonly deeds: readonly LoggedDeed[]; readonly done: number };

/** A log in which nothing was done yet. */
export const emptyLog: DeedLog = { deeds: [], done: 0 };

/** The most deeds that a log keeps; older ones cannot be undone any more. */
export const longestLog = 1000;

/** Milliseconds without a key after which typing in the same field is a deed of its own. */
export const typingPause = 1500;

/** What of an annotation a deed changed. */
export type Aspect = 'existence' | 'label' | 'segments' | 'attributes' | 'note' | 'confidence';

type Change = Pick<LoggedDeed, 'before' | 'after'>;

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
export function goesOn(last: LoggedDeed | undefined, next: Omit<LoggedDeed, 'place'>): boolean {
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
export function recorded(log: DeedLog, deed: Omit<LoggedDeed, 'place'>): DeedLog {
  const kept = log.deeds.slice(0, log.done);
  const last = kept.at(-1);
  if (last !== undefined && log.done === log.deeds.length && goesOn(last, deed)) {
    const joined = { ...deed, before: last.before, place: last.place };
    return { deeds: [...kept.slice(0, -1), joined], done: kept.length };
  }
  const deeds = [...kept, { ...deed, place: (last?.place ?? 0) + 1 }].slice(-longestLog);
  return { deeds, done: deeds.length };
}

/** The deed that undo would take back; null when there is none. */
export function undoable(log: DeedLog): LoggedDeed | null {
  return log.deeds[log.done - 1] ?? null;
}

/** The deed that redo would do again; null when there is none. */
export function redoable(log: DeedLog): LoggedDeed | null {
  return log.deeds[log.done] ?? null;
}

/** The log after one undo (-1) or redo (1); it stays as it is where there is nothing more. */
export function stepped(log: DeedLog, by: -1 | 1): DeedLog {
  const done = Math.min(Math.max(log.done + by, 0), log.deeds.length);
  return { ...log, done };
}

/** The log without a deed that came to nothing. */
export function without(log: DeedLog, deedId: string): DeedLog {
  const place = log.deeds.findIndex((deed) => deed.deedId === deedId);
  if (place === -1) return log;
  const deeds = log.deeds.filter((_, at) => at !== place);
  return { deeds, done: place < log.done ? log.done - 1 : log.done };
}

/**
 * Whether undo (or redo) of a deed would take back just that deed: the annotation must stand as the
 * deed left it (or found it). Where somebody changed it since, on another device, it does not.
 */
export function stands(deed: Change, side: 'after' | 'before', now: AnnotationContent | null) {
  const wanted = deed[side];
  if (wanted === null || now === null) return wanted === now;
  return isSameContent(wanted, now);
}

const shortest = (quote: string) =>
  quote.length > 60 ? `${Array.from(quote).slice(0, 60).join('').trimEnd()}…` : quote;

/** What a deed did, to follow “Undid: ” or “Redid: ”; labels by the names that `nameOf` gives. */
export function deedWords(deed: LoggedDeed, nameOf: (label: string) => string): string {
  const { before, after } = deed;
  const label = nameOf((after ?? before)?.label ?? '');
  const which = `${label} on “${shortest(deed.quote)}”`;
  if (before === null) return which;
  if (after === null) return `removal of ${which}`;
  const aspect = aspectOf(deed);
  if (aspect === 'label') return `${nameOf(before.label)} to ${which}`;
  if (aspect === 'segments') return `new ends of ${which}`;
  if (aspect === 'note' || aspect === 'confidence') return `${aspect} of ${which}`;
  return `attributes of ${which}`;
}
