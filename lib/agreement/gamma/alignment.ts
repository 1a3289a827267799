import type { Unit, AnnotatedDocument } from '@/lib/agreement/annotated-document';
import type { Dissimilarity } from './dissimilarity';
import { unitDissimilarity } from './dissimilarity';
import { candidates } from './candidates';
import { packings } from './packing';
import { solvePacking } from './solve-packing';

/** Units aligned with each other: one unit or null for each annotator; not all are null. */
type UnitaryAlignment = readonly (Unit | null)[];

/** All units of a document, each in one unitary alignment. */
export type Alignment = readonly UnitaryAlignment[];

/** δ(ă): the mean over all pairs of annotators, where a pair with one null costs Δ∅. */
export function unitaryDisorder(aligned: UnitaryAlignment, by: Dissimilarity): number {
  let sum = 0;
  for (const [at, one] of aligned.entries())
    for (let next = at + 1; next < aligned.length; next++) {
      const other = aligned[next];
      sum += one && other ? unitDissimilarity(one, other, by) : by.empty;
    }
  return sum / ((aligned.length * (aligned.length - 1)) / 2);
}
/**
 * Σ δ(ă) and x̄, the mean number of units of an annotator: disorder is their quotient, over one
 * document or many.
 */
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

/**
 * The largest number of annotators for exact γ: with more, everything could be aligned with
 * everything.
 */
export const maxAnnotators = 5;
/** The largest number of candidate unitary alignments in one document. */
export const maxCandidates = 300_000;

/** Non-empty units, numbered by begin, end, annotator and label: the order of the tie rule. */
function ordered(units: readonly Unit[]): Unit[] {
  return units
    .filter(({ begin, end }) => begin < end)
    .sort(
      (a, b) =>
        a.begin - b.begin || a.end - b.end || a.annotator - b.annotator || a.label - b.label,
    );
}

/**
 * The exact alignment of least disorder; of several (within 1e-9 Δ∅) the one with most unitary
 * alignments, and of these the first by begin, end and annotator. Two annotators never need HiGHS.
 * Null where there are too many annotators or candidates, or the search does not finish.
 */
export async function bestAlignment(
  { annotators, units }: AnnotatedDocument,
  by: Dissimilarity,
): Promise<Alignment | null> {
  const of = ordered(units);
  if (annotators > maxAnnotators) return null;
  const all = candidates(of, annotators, by, maxCandidates);
  if (all === null) return null;
  const isAligned = new Uint8Array(of.length);
  const alignment: (Unit | null)[][] = [];
  const align = (members: readonly number[]) => {
    const aligned: (Unit | null)[] = Array.from({ length: annotators }, () => null);
    for (const member of members) {
      const unit = of[member];
      if (unit !== undefined) aligned[unit.annotator] = unit;
      isAligned[member] = 1;
    }
    alignment.push(aligned);
  };
  const isFirst = annotators === 2 ? (unit: number) => of[unit]?.annotator === 0 : null;
  for (const packing of packings(all, of.length)) {
    const { members, units: numbers } = packing;
    const taken = await solvePacking(packing, isFirst);
    if (taken === null) return null;
    for (const one of taken) align((members[one] ?? []).map((member) => numbers[member] ?? 0));
  }
  for (const [unit, is] of isAligned.entries()) if (is === 0) align([unit]);
  return alignment;
}
