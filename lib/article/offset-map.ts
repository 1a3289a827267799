import { z } from 'zod';
import type { Segment } from './segment';

/** A replacement of `[start, end)` of a text by `text`; either may be empty. */
export type Edit = Segment & { text: string };

/** Applies edits, which are ascending and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/**
 * The edits that replace each match of a pattern (with the flag g) by the result of `by`; null
 * leaves the match as it is.
 */
export function editsOf(
  text: string,
  pattern: RegExp,
  by: (match: RegExpExecArray) => string | null,
): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const replacement = by(match);
    if (replacement === null || replacement === match[0]) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, text: replacement });
  }
  return edits;
}

/**
 * How positions move as a text is edited: triples of the number of characters unchanged, removed
 * and inserted, in order; after the last triple the text is unchanged. This is what is stored;
 * units are UTF-16 code units.
 */
export const offsetMap = z.array(z.int().min(0)).refine((runs) => runs.length % 3 === 0);

/** How positions move; `[]` where nothing was edited. */
export type OffsetMap = z.infer<typeof offsetMap>;

/** Where a position inside a replacement goes: to its start or its end. */
type Bias = 'start' | 'end';

/** The map of edits, which are ascending and do not overlap. */
export function mapOfEdits(edits: readonly Edit[]): OffsetMap {
  const runs: OffsetMap = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    if (start === end && text === '') continue;
    add(runs, start - at, end - start, text.length);
    at = end;
  }
  return runs;
}

/** Appends a triple, joined with the last one where nothing unchanged is between them. */
function add(runs: OffsetMap, unchanged: number, gone: number, come: number): void {
  const last = runs.length - 3;
  if (unchanged === 0 && last >= 0) {
    runs[last + 1] = (runs[last + 1] ?? 0) + gone;
    runs[last + 2] = (runs[last + 2] ?? 0) + come;
  } else runs.push(unchanged, gone, come);
}

type Change = { start: number; end: number; newStart: number; newEnd: number };

function changesOf(runs: OffsetMap): Change[] {
  const changes: Change[] = [];
  let [old, now] = [0, 0];
  for (let at = 0; at < runs.length; at += 3) {
    const [start, newStart] = [old + (runs[at] ?? 0), now + (runs[at] ?? 0)];
    [old, now] = [start + (runs[at + 1] ?? 0), newStart + (runs[at + 2] ?? 0)];
    changes.push({ start, end: old, newStart, newEnd: now });
  }
  return changes;
}

/**
 * The map of two edits one after another. Where both touch the same characters, the result has one
 * replacement. Takes linear time.
 */
export function compose(first: OffsetMap, second: OffsetMap): OffsetMap {
  const [before, after] = [changesOf(first), changesOf(second)];
  const runs: OffsetMap = [];
  let [one, other, old, shiftIn, shiftOut] = [0, 0, 0, 0, 0];
  while (one < before.length || other < after.length) {
    const [a, b] = [before[one], after[other]];
    let start = Math.min(a?.newStart ?? Infinity, b?.start ?? Infinity);
    let end = start;
    const from = { in: shiftIn, out: shiftOut, start };
    for (;;) {
      const [next, then] = [before[one], after[other]];
      if (next && next.newStart <= end && (end > start || next.newStart === start)) {
        end = Math.max(end, next.newEnd);
        shiftIn = next.end - next.newEnd;
        one++;
      } else if (then && then.start <= end) {
        end = Math.max(end, then.end);
        shiftOut = then.newEnd - then.end;
        other++;
      } else break;
    }
    start += from.in;
    const [oldEnd, come] = [end + shiftIn, end + shiftOut - (from.start + from.out)];
    add(runs, start - old, oldEnd - start, come);
    old = oldEnd;
  }
  return runs;
}

/** The map in the other direction. */
export function inverse(map: OffsetMap): OffsetMap {
  return map.map((_, at) => map[at % 3 === 0 ? at : at % 3 === 1 ? at + 1 : at - 1] ?? 0);
}

/**
 * Makes a lookup from positions before the edits to positions after; give `inverse(map)` for the
 * other direction. A position at an edge of a replacement stays at that edge; one inside it, or at
 * a mere insertion, goes as `bias` says. Monotone; a lookup takes logarithmic time.
 */
export function positionMover(map: OffsetMap): (position: number, bias: Bias) => number {
  const changes = changesOf(map);
  return (position, bias) => {
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((changes[middle]?.start ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    const change = changes[low - 1];
    if (change === undefined) return position;
    if (
      position >= change.end &&
      (change.start < change.end || bias === 'end' || position > change.end)
    )
      return change.newEnd + position - change.end;
    if (position === change.start || bias === 'start') return change.newStart;
    return change.newEnd;
  };
}
