import type { Segment } from '@/lib/article/segment';
import { joinSegments, rangeAfter, snapToGraphemes } from './span-selection';
import type { Ranges } from './span-selection';

/** One end of a span. */
export type Edge = 'start' | 'end';

/**
 * The span with one end moved to `position`. Segments that the end passes fall away; what lies
 * between segments is not covered by passing over it. Null where nothing but white space is left.
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
 * The span with one end moved by a word: outwards to the next word's far end, inwards so that one
 * word less is covered. Null where there is no word to move to or none would be left.
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
