import type { Labelling, AnnotatedSpan } from './annotated-span';
import { labelPairs } from './annotated-span';
import { mergedSpans } from './merged-spans';
import type { SpanCounts } from './span-counts';
import { sumCounts } from './span-counts';

type Stretch = { readonly begin: number; readonly end: number };

/** For each of `spans`: the share of it that `others` cover, both in order and without overlap; summed. */
function shares(spans: Stretch[], others: Stretch[]): number {
  let sum = 0;
  let at = 0;
  for (const { begin, end } of spans) {
    while (at < others.length && (others[at]?.end ?? 0) <= begin) at += 1;
    let covered = 0;
    for (let next = at; next < others.length; next += 1) {
      const other = others[next];
      if (other === undefined || other.begin >= end) break;
      covered += Math.min(end, other.end) - Math.max(begin, other.begin);
    }
    sum += covered / (end - begin);
  }
  return sum;
}

/**
 * Partial credit as in SemEval-2020 task 11 (Da San Martino et al. 2020): each span is found by the share
 * of it that the other side covers, whatever its length. Spans of one side that overlap are made one
 * first, label by label or regardless of labels, since otherwise a share could exceed 1.
 */
export function partialCounts(
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  labelling: Labelling,
): SpanCounts {
  const parts = Array.from(labelPairs(a, b, labelling), ([one, other]) => {
    const [left, right] = [mergedSpans(one), mergedSpans(other)];
    return {
      foundA: shares(left, right),
      ofA: left.length,
      foundB: shares(right, left),
      ofB: right.length,
    };
  });
  return sumCounts(parts);
}
