import { isGraphemeBoundary } from '@/lib/article/graphemes';
import type { Segment } from '@/lib/article/segment';
import { toSpan } from './span';

/** Ranges as a segmentation holds them: `[start0, end0, start1, …]`, ascending, apart. */
export type Ranges = ArrayLike<number>;

/** The number of the first range that ends after `position`; how many there are, when none does. */
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

/** How many ranges a segment covers, wholly or in part. */
export function countCovered(ranges: Ranges, { start, end }: Segment): number {
  const first = rangeAfter(ranges, start);
  let last = rangeAfter(ranges, end);
  if ((ranges[2 * last] ?? Infinity) < end) last++;
  return Math.max(0, last - first);
}

/** The segment widened until it cuts no grapheme cluster. */
export function snapToGraphemes(text: string, { start, end }: Segment): Segment {
  let from = Math.max(0, Math.min(start, text.length));
  let to = Math.max(from, Math.min(end, text.length));
  while (!isGraphemeBoundary(text, from)) from--;
  while (!isGraphemeBoundary(text, to)) to++;
  return { start: from, end: to };
}

/** The segment widened to the ends of the words that it cuts; an empty one stays where it is. */
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
 * white space; segments that cover only white space fall away. Null when nothing is left or the
 * whole is longer than an annotation may be.
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
 * else the one it stands at the end of, else the next, else the last. From a selection: it is
 * widened to whole units; where it already holds whole units, one more at its end. Null where the
 * text has no such unit.
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
