import { characterCounts } from '@/lib/agreement/f1/character-counts';
import type { AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import type { SpanCounts } from '@/lib/agreement/f1/span-counts';
import {
  f1Of,
  sumCounts,
  exactCounts,
  overlapCounts,
  partialCounts,
} from '@/lib/agreement/f1/span-counts';
import type { Figure } from '@/lib/agreement/figure';
import { known, unknown } from '@/lib/agreement/figure';
import type { SpanData } from './span-data';

/** How the spans that two annotators have in common are counted, label by label. */
const spanF1s = {
  semeval_si: partialCounts,
  f1_exact: exactCounts,
  f1_overlap: overlapCounts,
  f1_char: characterCounts,
};
/** One of the ways of counting in `spanF1s`. */
export type SpanF1 = keyof typeof spanF1s;

/** The counts of two annotators in one document to which both were assigned. */
type PairCounts = {
  readonly document: number;
  readonly one: number;
  readonly other: number;
  readonly counts: SpanCounts;
};

/** The counts of every pair of annotators in every document to which both were assigned. */
export function pairCounts({ documents }: SpanData, way: SpanF1): PairCounts[] {
  const count = spanF1s[way];
  return documents.flatMap(({ annotators, marked }, document) => {
    const spans: AnnotatedSpan[][] = annotators.map(() => []);
    for (const unit of marked.units) spans[unit.annotator]?.push(unit);
    return annotators.flatMap((one, first) =>
      annotators.slice(first + 1).map((other, after) => ({
        document,
        one,
        other,
        counts: count(spans[first] ?? [], spans[first + 1 + after] ?? [], 'by label'),
      })),
    );
  });
}

/** F1 of two annotators over all documents to which both were assigned. */
export function pairF1(counts: readonly PairCounts[], one: number, other: number): Figure {
  const theirs = counts.filter(
    (pair) =>
      (pair.one === one && pair.other === other) || (pair.one === other && pair.other === one),
  );
  if (theirs.length === 0) return unknown('the two have no document in common');
  const sum = sumCounts(theirs.map((pair) => pair.counts));
  return sum.ofA === 0 && sum.ofB === 0
    ? unknown('neither of the two annotated anything')
    : known(f1Of(sum).f1);
}

/**
 * The mean F1 of all pairs of annotators; each pair’s counts are summed over documents first.
 * `times` is how often each document counts, for a bootstrap. Pairs without any annotation are left
 * out.
 */
export function meanPairF1(counts: readonly PairCounts[], times?: ArrayLike<number>): Figure {
  const pairs = new Map<string, { foundA: number; ofA: number; foundB: number; ofB: number }>();
  for (const { document, one, other, counts: found } of counts) {
    const weight = times === undefined ? 1 : (times[document] ?? 0);
    if (weight === 0) continue;
    const isTurned = one > other;
    const key = isTurned ? `${other} ${one}` : `${one} ${other}`;
    const sum = pairs.get(key) ?? { foundA: 0, ofA: 0, foundB: 0, ofB: 0 };
    pairs.set(key, sum);
    sum.foundA += weight * (isTurned ? found.foundB : found.foundA);
    sum.ofA += weight * (isTurned ? found.ofB : found.ofA);
    sum.foundB += weight * (isTurned ? found.foundA : found.foundB);
    sum.ofB += weight * (isTurned ? found.ofA : found.ofB);
  }
  if (pairs.size === 0) return unknown('no two annotators have a document in common');
  const scores = [...pairs.values()]
    .filter(({ ofA, ofB }) => ofA + ofB > 0)
    .map((sum) => f1Of(sum).f1);
  if (scores.length === 0) return unknown('nobody annotated anything');
  return known(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}
