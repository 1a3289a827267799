import { z } from 'zod';
import type { Edit } from './edit';

/**
 * How the positions of a text moved as it was edited: triples of how many characters stay, how many
 * then go, and how many come in their place, in order; after the last one the rest stays. It is what
 * is stored; positions are UTF-16 code units.
 */
export const offsetMap = z.array(z.int().min(0)).refine((runs) => runs.length % 3 === 0);

/** How positions moved; `[]` where nothing did. */
export type OffsetMap = z.infer<typeof offsetMap>;

/** Which way a position goes that lies inside what was replaced: to its start or to its end. */
export type Bias = 'start' | 'end';

/** The map of edits that ascend and do not overlap. */
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

/** Adds a run; one that nothing separates from the last is made one with it. */
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
 * The map of one editing after another. Where both touch the same characters the result holds them
 * as one replacement. Takes time in proportion to both.
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

/** The map that goes back. */
export function inverse(map: OffsetMap): OffsetMap {
  return map.map((_, at) => map[at % 3 === 0 ? at : at % 3 === 1 ? at + 1 : at - 1] ?? 0);
}

/**
 * Makes the look-up of positions before the editing as positions after it; for the way back give the
 * inverse. A position at an edge of a replacement stays at that edge; one inside goes as `bias` says,
 * and so does one where something was only put in. Monotone; takes logarithmic time.
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
