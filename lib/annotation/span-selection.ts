import { isGraphemeBoundary } from '@/lib/article/graphemes';
import type { Segment } from '@/lib/article/segment';
import { toSpan } from './span';

/** Ranges as a segmentation holds them: `[start0, end0, start1, …]`, ascending and disjoint. */
export type Ranges = ArrayLike<number>;

/** Index of the first range that ends after `position`; the number of ranges where none does. */
export function rangeAfter(ranges: Ranges, position: number): number {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[2 * middle + 1] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Number of ranges that a segment covers, wholly or in part. */
export function countCovered(ranges: Ranges, { start, end }: Segment): number {
  const first = rangeAfter(ranges, start);
  let last = rangeAfter(ranges, end);
  if ((ranges[2 * last] ?? Infinity) < end) last++;
  return Math.max(0, last - first);
}

/** The segment widened to the boundaries of grapheme clusters, clamped to the text. */
export function snapToGraphemes(text: string, { start, end }: Segment): Segment {
  let from = Math.max(0, Math.min(start, text.length));
  let to = Math.max(from, Math.min(end, text.length));
  while (!isGraphemeBoundary(text, from)) from--;
  while (!isGraphemeBoundary(text, to)) to++;
  return { start: from, end: to };
}

/**
 * The segment widened to the boundaries of the words that it cuts; an empty one is not widened to
 * words.
 */
export function snapToWords(text: string, words: Ranges, segment: Segment): Segment {
  const { start, end } = snapToGraphemes(text, segment);
  if (segment.start >= segment.end) return { start, end };
  const first = rangeAfter(words, start);
  const last = rangeAfter(words, end);
  const lastIsCut = (words[2 * last] ?? Infinity) < end;
  return {
    start: Math.min(start, words[2 * first] ?? start),
    end: lastIsCut ? (words[2 * last + 1] ?? end) : end,
  };
}

/**
 * One span made of segments in any order, which may overlap or touch: sorted, joined, trimmed of
 * white space; segments of white space alone are dropped. Null where nothing is left or the whole
 * is longer than `maxSpanLength`.
 */
export function joinSegments(text: string, segments: readonly Segment[]): Segment[] | null {
  const joined: Segment[] = [];
  const sorted = segments
    .filter(({ start, end }) => /[^\p{White_Space}\u200b\ufeff]/u.test(text.slice(start, end)))
    .sort((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  const result = toSpan(text, joined);
  return 'span' in result ? result.span : null;
}

/**
 * What a key for a unit (word, sentence, paragraph) selects next. From a caret: the unit around it,
 * else the one that ends there, else the next, else the last. From a selection: it is widened to
 * whole units; where it consists of whole units already, one more at its end. Null where the text
 * has no such unit.
 */
export function selectUnit(units: Ranges, selected: Segment): Segment | null {
  const count = units.length / 2;
  if (count === 0) return null;
  const unit = (at: number): Segment => ({
    start: units[2 * at] ?? 0,
    end: units[2 * at + 1] ?? 0,
  });
  const first = Math.min(rangeAfter(units, selected.start), count - 1);
  if (selected.start === selected.end) {
    const touches = first > 0 && unit(first - 1).end === selected.start;
    return unit(touches && unit(first).start > selected.start ? first - 1 : first);
  }
  let last = Math.min(rangeAfter(units, selected.end), count - 1);
  if (last > first && unit(last).start >= selected.end) last--;
  const whole = {
    start: Math.min(selected.start, unit(first).start),
    end: Math.max(selected.end, unit(last).end),
  };
  if (whole.start < selected.start || whole.end > selected.end) return whole;
  return { start: whole.start, end: Math.max(whole.end, unit(Math.min(last + 1, count - 1)).end) };
}

/** One end of a span. */
export type Edge = 'start' | 'end';

/**
 * The span with one end moved to `position`. Segments that the end passes are dropped; gaps between
 * segments stay uncovered. Null where nothing but white space is left.
 */
export function withEdgeAt(
  text: string,
  span: readonly Segment[],
  edge: Edge,
  position: number,
): Segment[] | null {
  const outer = edge === 'start' ? span[0] : span.at(-1);
  const clipped = span.flatMap((segment) => {
    const { start, end } = segment;
    const moved =
      edge === 'start'
        ? { start: segment === outer ? position : Math.max(start, position), end }
        : { start, end: segment === outer ? position : Math.min(end, position) };
    return moved.start < moved.end ? [snapToGraphemes(text, moved)] : [];
  });
  return joinSegments(text, clipped);
}

/**
 * The span with one end moved by a word: outwards to the far end of the next word, inwards so that
 * one word less is covered. Null where there is no word to move to or nothing would be left.
 */
export function withEdgeMoved(
  text: string,
  words: Ranges,
  span: readonly Segment[],
  edge: Edge,
  direction: 'back' | 'forward',
): Segment[] | null {
  const position = (edge === 'start' ? span[0]?.start : span.at(-1)?.end) ?? 0;
  const side = edge === 'start' ? 0 : 1;
  let at = rangeAfter(words, position);
  const step = direction === 'forward' ? 1 : -1;
  const passes = (target: number) =>
    direction === 'forward' ? target > position : target < position;
  while (at >= 0 && at <= words.length / 2) {
    const target = words[2 * at + side];
    if (target !== undefined && passes(target)) return withEdgeAt(text, span, edge, target);
    at += step;
  }
  return null;
}

/**
 * The segment with up to `reach` code units of context on either side, within its paragraph and to
 * whole words where there is a space; and whether the paragraph goes on there. Positions are UTF-16
 * code units.
 */
export function aroundSpan(
  text: string,
  { start, end }: Segment,
  reach = 40,
): Segment & { goesBefore: boolean; goesAfter: boolean } {
  const line = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lineEnd = next === -1 ? text.length : next;
  let from = Math.max(line, start - reach);
  let to = Math.min(lineEnd, end + reach);
  if (from > line) {
    const space = text.indexOf(' ', from);
    from = space === -1 || space >= start ? from : space + 1;
  }
  if (to < lineEnd) {
    const space = text.lastIndexOf(' ', to);
    to = space <= end ? to : space;
  }
  const whole = snapToGraphemes(text, { start: from, end: to });
  return { ...whole, goesBefore: whole.start > line, goesAfter: whole.end < lineEnd };
}
