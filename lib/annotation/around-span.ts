import type { Segment } from '@/lib/article/segment';
import { snapToGraphemes } from './span-selection';

/**
 * A stretch with up to `reach` code units of words on either side, within its paragraph and whole words
 * where there is a space; and whether the paragraph goes on there. Positions are UTF-16 code units.
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
