import type { TallySums } from './tally';
import { z } from 'zod';
import { figureView } from '@/lib/agreement/agreement-view';
import type { SpanCounts } from '@/lib/agreement/f1/span-counts';
import { f1Of, sumCounts } from '@/lib/agreement/f1/span-counts';
import { labelWidth } from '@/lib/agreement/panel/document-vectors';
import { pooledUAlpha } from '@/lib/agreement/panel/sum-figures';
import type { ComparedAnnotation } from '@/lib/comparison/compared-annotation';
import { tallyFields, tallyOf, layTallies, sumTallies } from './tally';

/** What a reading is measured by, each 0 to 1 but α, which is 1 for the same and 0 for chance. */
export const measures = ['f1Characters', 'f1Overlap', 'f1Exact', 'alpha'] as const;

/** What a reading is measured by. */
export type Measure = (typeof measures)[number];

const share = z.number().min(0).max(1);

/** How a reading does against the consensus. */
export const measured = z.object({
  /** Of the characters that either marks, label by label. */
  f1Characters: share,
  /** Of the stretches, found where they meet one of the other side. */
  f1Overlap: share,
  /** Of the stretches, found where the other side has them to the character. */
  f1Exact: share,
  /** Krippendorff's α for marked text, of all labels pooled. */
  alpha: figureView,
  /** The share of the characters marked that the consensus has, and of those of the consensus that were marked. */
  precision: share,
  recall: share,
  /** Stretches that were marked, and those that the consensus has. */
  mine: z.int().nonnegative(),
  consensus: z.int().nonnegative(),
});

/** How a reading does against the consensus. */
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

/** The sums as those of two annotators, so that α is the one of the house. */
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

/** The figures of some labels of the sums, as their places; without marks on either side F1 is 1 by convention. */
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

/** How a reading of one article does against its consensus: all labels together, and each that either has. */
export const score = z.object({
  all: measured,
  labels: z.array(measured.extend({ label: z.string() })),
});

/** How a reading of one article does against its consensus. */
export type Score = z.infer<typeof score>;

/** Scores a reading by the consensus. Marks and `length` in code points. */
export function scoreOf(
  mine: readonly ComparedAnnotation[],
  consensus: readonly ComparedAnnotation[],
  length: number,
): Score {
  const sums = sumTallies(layTallies([tallyOf(mine, consensus, length)]));
  const labelIndices = sums.labels.map((_, at) => at);
  return {
    all: measuredBy(sums, labelIndices),
    labels: sums.labels.map((label, at) => ({ label, ...measuredBy(sums, [at]) })),
  };
}

/** Whether a score passes: its F1 by characters reaches the mark; null asks for nothing. */
export function passes({ all }: Score, passMark: number | null): boolean {
  return passMark === null || all.f1Characters >= passMark;
}
