import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';
import type { SeededRandom } from '../seeded-random';

type Spread = { readonly mean: number; readonly deviation: number };

/** Mean and standard deviation of all there are, not of a sample of more. */
function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}

/**
 * Draws continua that have the document’s numbers of units an annotator, gaps, lengths and labels: each normally
 * distributed, gaps below 0 being overlaps, labels as often as they are used. The document has a unit.
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
      // Somebody must have a unit, or there would be nothing to align.
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
