import type { Labelling, AnnotatedSpan } from './annotated-span';
import { labelPairs, mergedSpans } from './annotated-span';

/**
 * How much of each side the other side matches: spans, characters, tokens or shares of spans.
 * Counts add up over labels and documents.
 */
export type SpanCounts = {
  readonly foundA: number;
  readonly ofA: number;
  readonly foundB: number;
  readonly ofB: number;
};

/** Nothing on either side. */
export const noCounts: SpanCounts = { foundA: 0, ofA: 0, foundB: 0, ofB: 0 };

/** The counts of several labels or documents together. */
export function sumCounts(parts: Iterable<SpanCounts>): SpanCounts {
  const sum = { ...noCounts };
  for (const part of parts) {
    sum.foundA += part.foundA;
    sum.ofA += part.ofA;
    sum.foundB += part.foundB;
    sum.ofB += part.ofB;
  }
  return sum;
}

/** Precision, recall and their harmonic mean. */
type Scores = { readonly precision: number; readonly recall: number; readonly f1: number };

/**
 * The scores of A as a prediction of B; F1 is symmetric. By convention of the scorer of
 * SemEval-2020 all are 1 where both sides are empty, and 0 where one is.
 */
export function f1Of({ foundA, ofA, foundB, ofB }: SpanCounts): Scores {
  if (ofA === 0 && ofB === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = ofA === 0 ? 0 : foundA / ofA;
  const recall = ofB === 0 ? 0 : foundB / ofB;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

const inOrder = (x: AnnotatedSpan, y: AnnotatedSpan): number => x.begin - y.begin || x.end - y.end;

function oneLabel(a: AnnotatedSpan[], b: AnnotatedSpan[]): SpanCounts {
  const [left, right] = [a.toSorted(inOrder), b.toSorted(inOrder)];
  let found = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const [one, other] = [left[i], right[j]];
    const order = one && other ? inOrder(one, other) : 0;
    if (order === 0) found += 1;
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  return { foundA: found, ofA: a.length, foundB: found, ofB: b.length };
}

/**
 * Spans that the other side has with the same offsets; a duplicate is matched where the other side
 * has a duplicate too.
 */
export function exactCounts(
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  labelling: Labelling,
): SpanCounts {
  return sumCounts(Array.from(labelPairs(a, b, labelling), ([one, other]) => oneLabel(one, other)));
}

/** The number of `spans` that overlap any of `others` by a character or more. */
function countOverlapping(spans: AnnotatedSpan[], others: AnnotatedSpan[]): number {
  // A span overlaps some of the others where it overlaps their union.
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
 * Spans that overlap any span of the other side by a character or more. This is no matching: a long
 * span may match many, so the counts of the two sides differ.
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

type Stretch = { readonly begin: number; readonly end: number };

/**
 * The sum, over `spans`, of the share that `others` cover; both are in order and without overlap.
 */
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
 * Partial credit as in SemEval-2020 task 11 (Da San Martino et al. 2020): each span earns the share
 * of it that the other side covers, whatever its length. Overlapping spans of one side are merged
 * first, label by label or regardless of labels, since a share could exceed 1 otherwise.
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
