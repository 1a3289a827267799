import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';
import { z } from 'zod';
import { figureView } from '@/lib/agreement/agreement-view';
import type { SpanCounts } from '@/lib/agreement/f1/span-counts';
import { f1Of, sumCounts } from '@/lib/agreement/f1/span-counts';
import { labelWidth } from '@/lib/agreement/panel/document-vectors';
import { pooledUAlpha } from '@/lib/agreement/panel/sum-figures';
import type { TallySums } from './tally';
import { tallyFields, tallyOf, flattenTallies, sumTallies } from './tally';

/**
 * The measures of agreement with the consensus, each 0 to 1 but α, which is 1 for full agreement
 * and 0 for chance.
 */
export const measures = ['f1Characters', 'f1Overlap', 'f1Exact', 'alpha'] as const;

/** A measure of agreement with the consensus. */
export type Measure = (typeof measures)[number];

const share = z.number().min(0).max(1);

/** The agreement of a layer with the consensus. */
export const measured = z.object({
  /** Of the characters that either covers, label by label. */
  f1Characters: share,
  /** Of the spans, found where they overlap one of the other side. */
  f1Overlap: share,
  /** Of the spans, found where the other side has them to the character. */
  f1Exact: share,
  /** Krippendorff's uα for spans of text, all labels pooled. */
  alpha: figureView,
  /**
   * The share of the annotated characters that the consensus has, and of the consensus's characters
   * that were annotated.
   */
  precision: share,
  recall: share,
  /** The number of annotated spans, and of the consensus's. */
  mine: z.int().nonnegative(),
  consensus: z.int().nonnegative(),
});

/** The agreement of a layer with the consensus. */
export type Measured = z.infer<typeof measured>;

const fieldAt = (field: (typeof tallyFields)[number]) => tallyFields.indexOf(field);

function countsAt({ values }: TallySums, label: number) {
  const of = (field: (typeof tallyFields)[number]) =>
    values[label * tallyFields.length + fieldAt(field)] ?? 0;
  const characters: SpanCounts = {
    foundA: of('ofBoth'),
    ofA: of('ofMine'),
    foundB: of('ofBoth'),
    ofB: of('ofConsensus'),
  };
  const spans = { ofA: of('spansMine'), ofB: of('spansConsensus') };
  const exact: SpanCounts = { ...spans, foundA: of('spansSame'), foundB: of('spansSame') };
  const overlap: SpanCounts = {
    ...spans,
    foundA: of('overlappingMine'),
    foundB: of('overlappingConsensus'),
  };
  return { characters, exact, overlap };
}

/** The sums as those of two annotators, for `pooledUAlpha`. */
function asVectors({ labels, volume, values }: TallySums) {
  const vectors = new Float64Array(labels.length * labelWidth);
  for (let label = 0; label < labels.length; label++) {
    const of = (field: (typeof tallyFields)[number]) =>
      values[label * tallyFields.length + fieldAt(field)] ?? 0;
    const marked = of('ofMine') + of('ofConsensus');
    vectors.set([marked, 2 * of('ofBoth'), of('squares'), 0], label * labelWidth);
  }
  return { volume, labels: vectors, pairs: new Float64Array() };
}

/**
 * The measures of some labels, given as indices of the sums; without spans on either side F1 is 1
 * by convention.
 */
export function measuredBy(sums: TallySums, labels: readonly number[]): Measured {
  const counts = labels.map((label) => countsAt(sums, label));
  const characters = f1Of(sumCounts(counts.map((one) => one.characters)));
  const exact = sumCounts(counts.map((one) => one.exact));
  const { value, reason } = pooledUAlpha(asVectors(sums), labels);
  return {
    f1Characters: characters.f1,
    f1Overlap: f1Of(sumCounts(counts.map((one) => one.overlap))).f1,
    f1Exact: f1Of(exact).f1,
    alpha: { value, reason: reason ?? null },
    precision: characters.precision,
    recall: characters.recall,
    mine: exact.ofA,
    consensus: exact.ofB,
  };
}

/** The value of one measure; null where it is not defined. */
export function valueOf(one: Measured, measure: Measure): number | null {
  return measure === 'alpha' ? one.alpha.value : one[measure];
}

/**
 * The agreement of a layer over one article with its consensus: all labels together, and each that
 * either has.
 */
export const score = z.object({
  all: measured,
  labels: z.array(measured.extend({ label: z.string() })),
});

/** The agreement of a layer over one article with its consensus. */
export type Score = z.infer<typeof score>;

/** Scores a layer against the consensus. Positions and `length` in code points. */
export function scoreOf(
  mine: readonly ComparedAnnotation[],
  consensus: readonly ComparedAnnotation[],
  length: number,
): Score {
  const sums = sumTallies(flattenTallies([tallyOf(mine, consensus, length)]));
  const labelIndices = sums.labels.map((_, at) => at);
  return {
    all: measuredBy(sums, labelIndices),
    labels: sums.labels.map((label, at) => ({ label, ...measuredBy(sums, [at]) })),
  };
}

/**
 * Whether a score passes: its F1 by characters reaches the pass mark; always where that is null.
 */
export function passes({ all }: Score, passMark: number | null): boolean {
  return passMark === null || all.f1Characters >= passMark;
}
