import type { Figure } from '../figure';
import { known, overChance, unknown } from '../figure';
import type { SpanCounts } from '../f1/span-counts';
import { f1Of } from '../f1/span-counts';
import type { VectorSums } from './document-vectors';
import { labelWidth, pairWidth } from './document-vectors';

type Disagreement = { observed: number; expected: number };

/**
 * Observed and expected disagreement of one label, annotated or not (Krippendorff, Mathet, Bouvry &
 * Widlöcher 2016, eq. 1 and 4, for one label and gaps), from sums over documents: the same as
 * `labelDisagreement` of a sweep, but for any choice of annotators and without allocation, for the
 * bootstrap.
 */
function disagreementOf({ volume, labels }: VectorSums, label: number): Disagreement {
  const [marked = 0, together = 0, squares = 0] = labels.subarray(
    label * labelWidth,
    (label + 1) * labelWidth,
  );
  const gaps = volume - marked;
  const denominator = volume * volume - squares - gaps;
  return {
    observed: 2 * (marked - together),
    expected: denominator === 0 ? 0 : (2 * volume * marked * gaps) / denominator,
  };
}

const nothingMarked = 'nobody annotated anything under this label';
const allMarked = 'everything is annotated by everybody, so there is nothing to compare';

/** uα of one label, annotated or not; label 0 is all labels as one, whose figure is |uα. */
export function uAlphaOfLabel(sums: VectorSums, label: number): Figure {
  const { observed, expected } = disagreementOf(sums, label);
  const marked = sums.labels[label * labelWidth] ?? 0;
  return overChance(observed, expected, marked === 0 ? nothingMarked : allMarked);
}

/**
 * Pooled uα by label: 1 − Σ observed / Σ expected over the labels, which are indices other than 0.
 */
export function pooledUAlpha(sums: VectorSums, labels: readonly number[]): Figure {
  let [observed, expected] = [0, 0];
  for (const label of labels) {
    const one = disagreementOf(sums, label);
    observed += one.observed;
    expected += one.expected;
  }
  return overChance(observed, expected, 'nobody annotated anything');
}

/** The two ways of counting what a pair has in common. */
export type PairCounting = 'exact' | 'partial';

function countsOf({ pairs }: VectorSums, pair: number, counting: PairCounting): SpanCounts {
  const [exact = 0, unitsA = 0, unitsB = 0, partialA = 0, partialB = 0, mergedA = 0, mergedB = 0] =
    pairs.subarray(pair * pairWidth, (pair + 1) * pairWidth);
  return counting === 'exact'
    ? { foundA: exact, ofA: unitsA, foundB: exact, ofB: unitsB }
    : { foundA: partialA, ofA: mergedA, foundB: partialB, ofB: mergedB };
}

/** F1 of one pair over all its documents; not defined where both have no annotation. */
export function pairF1(sums: VectorSums, pair: number, counting: PairCounting): Figure {
  const counts = countsOf(sums, pair, counting);
  if (counts.ofA === 0 && counts.ofB === 0) return unknown('neither of the two annotated anything');
  return known(f1Of(counts).f1);
}

/** The mean F1 of the pairs; pairs without any annotation are left out. */
export function meanPairF1(sums: VectorSums, counting: PairCounting): Figure {
  let [sum, count] = [0, 0];
  for (let pair = 0; pair * pairWidth < sums.pairs.length; pair++) {
    const { value } = pairF1(sums, pair, counting);
    if (value === null) continue;
    sum += value;
    count++;
  }
  return count === 0
    ? unknown('no two annotators of the same article annotated anything')
    : known(sum / count);
}
