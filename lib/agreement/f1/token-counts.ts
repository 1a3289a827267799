import { characterCounts } from './character-counts';
import type { Labelling, AnnotatedSpan } from './annotated-span';
import type { SpanCounts } from './span-counts';

/** Where the tokens of a text are: half-open, in order, without overlap. */
export type Tokens = readonly (readonly [begin: number, end: number])[];

/** How many tokens, of those in order, lie before the first of which `isAfter` holds. */
function countUntil(
  tokens: Tokens,
  isAfter: (token: readonly [number, number]) => boolean,
): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token === undefined || isAfter(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Spans in tokens: from the first token that each meets to behind its last. One that meets none is dropped. */
export function inTokens(spans: readonly AnnotatedSpan[], tokens: Tokens): AnnotatedSpan[] {
  return spans
    .filter(({ begin, end }) => begin < end)
    .map((span) => ({
      ...span,
      begin: countUntil(tokens, ([, end]) => end > span.begin),
      end: countUntil(tokens, ([begin]) => begin >= span.end),
    }))
    .filter(({ begin, end }) => begin < end);
}

/** Tokens that each side’s spans meet, were it only in part, once for each label, and those both met. */
export function tokenCounts(
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  tokens: Tokens,
  labelling: Labelling,
): SpanCounts {
  return characterCounts(inTokens(a, tokens), inTokens(b, tokens), labelling);
}
