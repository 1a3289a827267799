import type { Labelling, AnnotatedSpan } from './annotated-span';
import { labelPairs } from './annotated-span';
import { mergedSpans } from './merged-spans';
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

/** Characters (units of the offsets) that each side marked, once for each label, and those both did. */
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
