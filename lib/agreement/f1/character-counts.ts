import type { Labelling, AnnotatedSpan } from './annotated-span';
import { labelPairs, mergedSpans } from './annotated-span';
import type { SpanCounts } from './span-counts';
import { sumCounts } from './span-counts';

type Stretch = { begin: number; end: number };

const lengthOf = (stretches: Stretch[]): number =>
  stretches.reduce((sum, { begin, end }) => sum + end - begin, 0);

function inCommon(a: Stretch[], b: Stretch[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) break;
    sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.begin, other.begin));
    if (one.end < other.end) i += 1;
    else j += 1;
  }
  return sum;
}

/**
 * Characters (offset units) that each side annotated, once for each label, and those that both did.
 */
export function characterCounts(
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  labelling: Labelling,
): SpanCounts {
  const parts = Array.from(labelPairs(a, b, labelling), ([one, other]) => {
    const [left, right] = [mergedSpans(one), mergedSpans(other)];
    const found = inCommon(left, right);
    return { foundA: found, ofA: lengthOf(left), foundB: found, ofB: lengthOf(right) };
  });
  return sumCounts(parts);
}

/** The tokens of a text: half-open, in order, without overlap. */
type Tokens = readonly (readonly [begin: number, end: number])[];

/** The number of sorted tokens before the first for which `isAfter` holds. */
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

/**
 * Spans in token numbers: from the first token that each overlaps to after its last. A span that
 * overlaps none is dropped.
 */
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

/**
 * Tokens that each side’s spans overlap, even in part, once for each label, and those that both
 * overlap.
 */
export function tokenCounts(
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  tokens: Tokens,
  labelling: Labelling,
): SpanCounts {
  return characterCounts(inTokens(a, tokens), inTokens(b, tokens), labelling);
}
