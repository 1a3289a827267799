import type { Labelling, AnnotatedSpan } from './annotated-span';
import { labelPairs } from './annotated-span';
import { mergedSpans } from './merged-spans';
import type { SpanCounts } from './span-counts';
import { sumCounts } from './span-counts';

/** How many of `spans` meet any of `others` in a character or more. */
function countOverlapping(spans: AnnotatedSpan[], others: AnnotatedSpan[]): number {
  // A span meets some of the others where it meets what they cover together.
  const covered = mergedSpans(others, 'joined');
  let at = 0;
  let count = 0;
  for (const span of spans.toSorted((x, y) => x.begin - y.begin)) {
    while (at < covered.length && (covered[at]?.end ?? 0) <= span.begin) at += 1;
    const next = covered[at];
    if (next !== undefined && next.begin < span.end) count += 1;
  }
  return count;
}

/**
 * Spans that meet any of the other side in a character or more. It is no matching: a long span may find
 * many, so that the two sides’ counts differ.
 */
export function overlapCounts(
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  labelling: Labelling,
): SpanCounts {
  const parts = Array.from(labelPairs(a, b, labelling), ([one, other]) => ({
    foundA: countOverlapping(one, other),
    ofA: one.length,
    foundB: countOverlapping(other, one),
    ofB: other.length,
  }));
  return sumCounts(parts);
}
