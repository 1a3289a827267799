import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import type { SeededRandom } from '../seeded-random';

/** A place on a circle of this length, away from those that are taken; anywhere where no room is left. */
function pivot(taken: readonly number[], length: number, apart: number, random: SeededRandom) {
  const blocked = taken
    .flatMap((position) => [-length, 0, length].map((turn) => position + turn))
    .map((position) => [Math.max(0, position - apart), Math.min(length, position + apart)] as const)
    .filter(([from, to]) => from < to)
    .toSorted(([a], [b]) => a - b);
  const free: [number, number][] = [];
  let from = 0;
  for (const [begin, end] of blocked) {
    if (begin > from) free.push([from, begin]);
    from = Math.max(from, end);
  }
  if (from < length) free.push([from, length]);
  const freeLength = free.reduce((sum, [begin, end]) => sum + end - begin, 0);
  let position = random.uniform() * (freeLength > 0 ? freeLength : length);
  if (freeLength === 0) return position;
  for (const [begin, end] of free) {
    if (position < end - begin) return begin + position;
    position -= end - begin;
  }
  return length;
}

/**
 * A continuum by chance as the paper’s §5.2 has it: each annotator has the units of one drawn from the real
 * ones, with replacement, turned round the text by a pivot; a unit whose begin passes the text’s end goes
 * on at its begin, uncut. Pivots are at least half the mean length of units apart, as in the authors’ program.
 */
export function shuffledContinuum(
  document: AnnotatedDocument,
  random: SeededRandom,
): AnnotatedDocument {
  const { annotators, length, units } = document;
  const sizes = units.reduce((sum, { begin, end }) => sum + end - begin, 0);
  const apart = units.length === 0 ? 0 : sizes / units.length / 2;
  const of = Array.from({ length: annotators }, (): Unit[] => []);
  for (const unit of units) of[unit.annotator]?.push(unit);
  const pivots: number[] = [];
  const shuffled = of.flatMap((_, annotator) => {
    const shift = pivot(pivots, length, apart, random);
    pivots.push(shift);
    return (of[random.integer(annotators)] ?? []).map(({ begin, end, label }) => {
      const by = begin + shift >= length ? shift - length : shift;
      return { annotator, begin: begin + by, end: end + by, label };
    });
  });
  return { length, annotators, units: shuffled };
}
