import type { Annotation } from '@/lib/annotation/annotation';
import { countCovered } from '@/lib/annotation/span-selection';
import type { Ranges } from '@/lib/annotation/span-selection';

const maxQuoteLength = 120;

/** Label, author and extent of an annotation: `Loaded framing by Ana, 12 words in 2 parts`. */
export function annotationDescription(
  { segments }: Pick<Annotation, 'segments'>,
  labelName: string,
  authorName: string,
  words: Ranges,
): string {
  const count = segments.reduce((sum, segment) => sum + countCovered(words, segment), 0);
  const parts = segments.length > 1 ? ` in ${segments.length} parts` : '';
  return `${labelName} by ${authorName}, ${count} ${count === 1 ? 'word' : 'words'}${parts}`;
}

/** A quote cut between words to a length that suits screen readers. */
export function shortQuote(quote: string): string {
  if (quote.length <= maxQuoteLength) return quote;
  const cut = quote.slice(0, maxQuoteLength);
  const space = cut.search(/\s\S*$/);
  return `${space > 0 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')} …`;
}
