import type { Labelling, AnnotatedSpan } from './annotated-span';
import { labelPairs } from './annotated-span';
import type { SpanCounts } from './span-counts';
import { sumCounts } from './span-counts';

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

/** Spans that the other side has to the character; one marked twice is found twice if the other has two. */
export function exactCounts(
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  labelling: Labelling,
): SpanCounts {
  return sumCounts(Array.from(labelPairs(a, b, labelling), ([one, other]) => oneLabel(one, other)));
}
