import type { PositionIndex } from '@/lib/article/code-points';
import type { Segment } from '@/lib/article/segment';
import { segmentsFrom } from '@/lib/annotation/positions';
import { anchorOf, isQuoteOf, quoteOf, toSpan } from '@/lib/annotation/span';
import type { Fault } from '@/lib/refusal';

/** Where a thread hangs in a text, in UTF-16 code units, with quote and anchor. */
export type Passage = { segments: Segment[]; quote: string; prefix: string; suffix: string };

/** What was sent as the quote does not stand there. */
export function quoteFaults(passage: Passage, isThere: boolean): Fault[] {
  if (isThere) return [];
  const reads = passage.quote.slice(0, 200);
  return [
    { path: 'quote', message: `The text there reads “${reads}”, not what was sent as its quote.` },
  ];
}

/** The passage that was sent, checked as an annotation's span is; or what does not hold, by path. */
export function passageOf(
  text: string,
  index: PositionIndex,
  { segments, quote }: { segments: readonly Segment[]; quote?: string | undefined },
): { passage: Passage } | { faults: Fault[] } {
  const sent = segmentsFrom(index, segments);
  if ('faults' in sent) return sent;
  const placing = toSpan(text, sent.segments);
  if ('faults' in placing) return placing;
  const { span } = placing;
  const passage = { segments: span, quote: quoteOf(text, span), ...anchorOf(text, span) };
  const isThere = (where: Segment[]) => quote === undefined || isQuoteOf(text, where, quote);
  const faults = quoteFaults(passage, isThere(span) || isThere(sent.segments));
  return faults.length > 0 ? { faults } : { passage };
}
