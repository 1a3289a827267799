import { snapToGraphemes } from '@/lib/annotation/span-selection';
import type { Segment } from '@/lib/article/segment';

const reach = 40;

/** A place with some words around it, within its paragraph and whole words where there is a space; and whether text goes on at its ends. */
export function aroundPlace(
  text: string,
  { start, end }: Segment,
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
