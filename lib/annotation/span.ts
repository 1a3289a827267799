import { isGraphemeBoundary } from '@/lib/article/graphemes';
import type { Segment } from '@/lib/article/segment';
import type { Fault } from '@/lib/refusal';

/** Maximum length of a span: the UTF-16 code units that its segments cover together. */
export const maxSpanLength = 100_000;

/** Length of an anchor's context on each side, in code points. */
export const anchorLength = 32;

type Placed = Segment & { index: number };

const blank = /[\p{White_Space}\u200b\ufeff]/u;

const isBlank = (text: string, position: number) => blank.test(text.charAt(position));

/**
 * The segment without white space at its ends; it may become empty. A space with a combining mark
 * is one grapheme cluster with it and is not trimmed where the segment contained it.
 */
function trimmed(text: string, { start, end }: Segment): Segment {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  if (from === to) return { start: from, end: to };
  if (from > start && !isGraphemeBoundary(text, from)) from--;
  if (to < end && !isGraphemeBoundary(text, to)) to++;
  return { start: from, end: to };
}

function faultsOf(text: string, { start, end, index }: Placed): Fault[] {
  const at = (side: 'start' | 'end') => `segments.${index}.${side}`;
  const faults: Fault[] = [];
  for (const [side, position] of [
    ['start', start],
    ['end', end],
  ] as const) {
    if (!Number.isInteger(position))
      faults.push({ path: at(side), message: 'A position is a whole number.' });
    else if (position < 0 || position > text.length)
      faults.push({ path: at(side), message: `The ${side} lies outside the text.` });
  }
  if (faults.length > 0) return faults;
  if (start >= end)
    return [{ path: at('end'), message: 'The segment ends where it begins or before.' }];
  const bounds = trimmed(text, { start, end });
  if (bounds.start === bounds.end)
    return [{ path: `segments.${index}`, message: 'The segment covers only white space.' }];
  for (const side of ['start', 'end'] as const) {
    if (!isGraphemeBoundary(text, bounds[side]))
      faults.push({ path: at(side), message: `The ${side} lies inside a character.` });
  }
  return faults;
}

function overlaps(placed: readonly Placed[]): Fault[] {
  return placed.flatMap((segment, rank) => {
    const before = placed[rank - 1];
    return before !== undefined && segment.start < before.end
      ? [
          {
            path: `segments.${segment.index}.start`,
            message: 'The segment overlaps another one of the same annotation.',
          },
        ]
      : [];
  });
}

/**
 * Makes a span of segments (UTF-16 code units): sorted, each segment trimmed of white space,
 * touching segments joined. Faults, by path, for segments that lie outside the text, are empty,
 * overlap, or begin or end inside a grapheme cluster, and for a span longer than `maxSpanLength`.
 */
export function toSpan(
  text: string,
  segments: readonly Segment[],
): { span: Segment[] } | { faults: Fault[] } {
  const placed = segments
    .map(({ start, end }, index) => ({ start, end, index }))
    .sort((one, other) => one.start - other.start || one.end - other.end);
  const single = placed.flatMap((segment) => faultsOf(text, segment));
  const faults = single.length > 0 ? single : overlaps(placed);
  if (faults.length > 0) return { faults };
  if (placed.length === 0)
    return { faults: [{ path: 'segments', message: 'An annotation needs at least one segment.' }] };
  const span: Segment[] = [];
  let covered = 0;
  for (const segment of placed) {
    const { start, end } = trimmed(text, segment);
    const last = span.at(-1);
    if (last?.end === start) last.end = end;
    else span.push({ start, end });
    covered += end - start;
  }
  if (covered > maxSpanLength) {
    const message = `An annotation covers at most ${maxSpanLength.toLocaleString('en')} characters.`;
    return { faults: [{ path: 'segments', message }] };
  }
  return { span };
}

/** The segments' texts joined by ` … `. */
export function quoteOf(text: string, span: readonly Segment[]): string {
  return span.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

/** Whether a quote equals the text of the segments, apart from white space at its ends. */
export function isQuoteOf(text: string, segments: readonly Segment[], quote: string): boolean {
  const bare = (words: string) => {
    const { start, end } = trimmed(words, { start: 0, end: words.length });
    return words.slice(start, end);
  };
  return bare(quote) === bare(quoteOf(text, segments));
}

/**
 * The `anchorLength` code points before the span's first start and after its last end, fewer at the
 * text's ends; never half of a surrogate pair.
 */
export function anchorOf(
  text: string,
  span: readonly Segment[],
): { prefix: string; suffix: string } {
  const start = span[0]?.start ?? 0;
  const end = span.at(-1)?.end ?? 0;
  const before = Array.from(text.slice(Math.max(0, start - 2 * anchorLength), start));
  const after = Array.from(text.slice(end, end + 2 * anchorLength));
  return {
    prefix: before.slice(-anchorLength).join(''),
    suffix: after.slice(0, anchorLength).join(''),
  };
}

/** Whether two spans have the same segments. */
export function isSameSpan(one: readonly Segment[], other: readonly Segment[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, at) => start === other[at]?.start && end === other[at]?.end)
  );
}
