import type { Segment } from '@/lib/article/segment';

/** A label on one or more segments, in UTF-16 code units. */
type MarkedSpan = { label: string; segments: Segment[] };

/**
 * Parses annotations in prose: `The [loaded|loaded_framing] claim`. They may nest; those of one
 * label that end in the same number (`[We|direct_quote#1] … [go|direct_quote#1]`) are one span.
 * Spans are in the order of their first start, the outer before the inner.
 */
export function marked(prose: string): { text: string; spans: MarkedSpan[] } {
  let text = '';
  const starts: number[] = [];
  const found: { name: string; segment: Segment }[] = [];
  for (let at = 0; at < prose.length; at++) {
    const sign = prose.charAt(at);
    if (sign === '[') starts.push(text.length);
    else if (sign === '|' && starts.length > 0) {
      const close = prose.indexOf(']', at);
      const start = starts.pop() ?? 0;
      found.push({ name: prose.slice(at + 1, close), segment: { start, end: text.length } });
      at = close;
    } else text += sign;
  }
  if (starts.length > 0) throw new Error(`A mark is not closed in: ${prose}`);
  const spans = new Map<string, MarkedSpan>();
  found.sort((a, b) => a.segment.start - b.segment.start || b.segment.end - a.segment.end);
  for (const [place, { name, segment }] of found.entries()) {
    const [label = '', number] = name.split('#');
    const key = number === undefined ? `${place}` : name;
    const span = spans.get(key);
    if (span) span.segments.push(segment);
    else spans.set(key, { label, segments: [segment] });
  }
  return { text, spans: [...spans.values()] };
}
