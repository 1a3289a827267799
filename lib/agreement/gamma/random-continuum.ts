import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import type { SeededRandom } from '../seeded-random';

/**
 * A position on a circle of this length, at least `apart` from those taken; anywhere where no such
 * position is left.
 */
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
 * A random continuum after §5.2 of the paper: each annotator gets the units of a real one, drawn
 * with replacement, rotated round the text by a pivot; a unit whose begin passes the end of the
 * text continues at its begin, uncut. Pivots are at least half the mean length of units apart, as
 * in the authors’ program.
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

type Spread = { readonly mean: number; readonly deviation: number };

/** Mean and population standard deviation. */
function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}

/**
 * Draws continua with the document’s numbers of units an annotator, gaps and lengths, each normally
 * distributed (gaps below 0 are overlaps), and labels with their observed frequencies. The document
 * must have a unit.
 */
export function statisticalSampler(
  { annotators, length, units }: AnnotatedDocument,
  random: SeededRandom,
): () => AnnotatedDocument {
  const of = Array.from({ length: annotators }, (): Unit[] => []);
  for (const unit of units) of[unit.annotator]?.push(unit);
  const gaps = [0];
  for (const own of of) {
    let from = 0;
    for (const { begin, end } of own.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
      gaps.push(begin - from);
      from = end;
    }
  }
  const counts = spreadOf(of.map((own) => own.length));
  const gap = spreadOf(gaps);
  const size = spreadOf(units.map(({ begin, end }) => end - begin));
  const draw = ({ mean, deviation }: Spread) => random.normal(mean, deviation);
  const drawSize = (): number => {
    for (;;) {
      const drawn = Math.abs(draw(size));
      if (drawn > 1e-6) return drawn;
    }
  };
  return () => {
    const drawn: Unit[] = [];
    for (let annotator = 0; annotator < annotators; annotator++) {
      // At least one unit must exist, or there would be nothing to align.
      const least = annotator === 0 ? 1 : 0;
      const count = Math.max(least, Math.abs(Math.trunc(draw(counts))));
      let from = 0;
      for (let at = 0; at < count; at++) {
        const begin = from + draw(gap);
        const end = begin + drawSize();
        const label = units[random.integer(units.length)]?.label ?? 0;
        drawn.push({ annotator, begin, end, label });
        from = end;
      }
    }
    return { length, annotators, units: drawn };
  };
}
