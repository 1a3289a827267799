import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import type { Alignment } from './alignment';
import { candidates } from './candidates';
import type { Dissimilarity } from './dissimilarity';
import { packings } from './packing';
import { solvePacking } from './solve-packing';

/** Up to how many annotators γ is exact: with more everything may be aligned with everything. */
export const maxAnnotators = 5;
/** Up to how many unitary alignments are weighed against each other in one document. */
export const maxCandidates = 300_000;

/** Units that are more than nothing, numbered by begin, end, annotator and label: the order of the tie rule. */
function ordered(units: readonly Unit[]): Unit[] {
  return units
    .filter(({ begin, end }) => begin < end)
    .sort(
      (a, b) =>
        a.begin - b.begin || a.end - b.end || a.annotator - b.annotator || a.label - b.label,
    );
}

/**
 * The alignment of least disorder, exactly; of several (within 1e-9 Δ∅) the one of most unitary alignments,
 * and of these the first in order of begin, end and annotator. Two annotators never need HiGHS. Null
 * where there are more annotators or candidates than can be weighed, or no end is in sight.
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
