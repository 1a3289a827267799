import type { Unit } from '@/lib/agreement/annotated-document';
import type { Dissimilarity } from './dissimilarity';
import { unitDissimilarity } from './dissimilarity';

/** What is held to be one unit: for each annotator theirs, or null where they have none; not all are null. */
export type UnitaryAlignment = readonly (Unit | null)[];

/** All units of a document, each in one unitary alignment. */
export type Alignment = readonly UnitaryAlignment[];

/** δ(ă): the mean over all pairs of annotators, where a pair in which one has none is Δ∅ apart. */
export function unitaryDisorder(aligned: UnitaryAlignment, by: Dissimilarity): number {
  let sum = 0;
  for (const [at, one] of aligned.entries())
    for (let next = at + 1; next < aligned.length; next++) {
      const other = aligned[next];
      sum += one && other ? unitDissimilarity(one, other, by) : by.empty;
    }
  return sum / ((aligned.length * (aligned.length - 1)) / 2);
}
/** Σ δ(ă) and x̄, the mean number of units of an annotator: disorder is their quotient, over one document or many. */
export type Disorder = { readonly sum: number; readonly mean: number };

/** The disorder of an alignment of all units of a document with two annotators or more. */
export function alignmentDisorder(
  alignment: Alignment,
  annotators: number,
  by: Dissimilarity,
): Disorder {
  let [sum, units] = [0, 0];
  for (const aligned of alignment) {
    sum += unitaryDisorder(aligned, by);
    for (const unit of aligned) if (unit !== null) units++;
  }
  return { sum, mean: units / annotators };
}
