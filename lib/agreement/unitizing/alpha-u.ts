import { mergedUnits } from '@/lib/agreement/annotated-document';
import type { Figure } from '../figure';
import { overChance } from '../figure';
import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';

/** D_o and D_e of αU by label; both are 0 for a label that nobody used. */
type AlphaUDisagreement = {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
};

/** The units of one annotator and label, in order, without overlap. */
type Track = readonly Unit[];

/**
 * Σ δ² of two annotators: squared differences of the ends where units overlap, squared lengths
 * where a unit meets a gap.
 */
function betweenTracks(one: Track, other: Track): number {
  let sum = 0;
  for (const [track, facing, countsMeetings] of [
    [one, other, true],
    [other, one, false],
  ] as const) {
    let from = 0;
    for (const { begin, end } of track) {
      while ((facing[from]?.end ?? Infinity) <= begin) from++;
      let meets = false;
      for (let at = from; (facing[at]?.begin ?? Infinity) < end; at++) {
        const facingUnit = facing[at];
        if (facingUnit === undefined) break;
        meets = true;
        if (countsMeetings) sum += (begin - facingUnit.begin) ** 2 + (end - facingUnit.end) ** 2;
      }
      if (!meets) sum += (end - begin) ** 2;
    }
  }
  return sum;
}

function gapsOf(track: Track, length: number): number[] {
  const gaps: number[] = [];
  let from = 0;
  for (const { begin, end } of track) {
    if (begin > from) gaps.push(begin - from);
    from = end;
  }
  if (from < length) gaps.push(length - from);
  return gaps;
}

/**
 * Σ over units of their part of D_e: against other units, and against every gap that they fit in.
 */
function chanceSum(tracks: readonly Track[], length: number): { sum: number; same: number } {
  const gaps = Float64Array.from(tracks.flatMap((track) => gapsOf(track, length))).sort();
  const sizes = Float64Array.from(tracks.flat().map(({ begin, end }) => end - begin)).sort();
  let [sum, same, fitting, space] = [0, 0, 0, 0];
  let at = gaps.length - 1;
  for (let unit = sizes.length - 1; unit >= 0; unit--) {
    const size = sizes[unit] ?? 0;
    for (; (gaps[at] ?? -1) >= size; at--) {
      space += gaps[at] ?? 0;
      fitting++;
    }
    sum += ((sizes.length - 1) / 3) * (2 * size ** 3 - 3 * size ** 2 + size);
    sum += size ** 2 * (space - fitting * (size - 1));
    same += size * (size - 1);
  }
  return { sum, same };
}

/**
 * The disagreement of Krippendorff’s αU (1995; 2004, §11.6), each label on a continuum of its own:
 * units of different labels may overlap; overlapping units of one label and annotator are merged.
 * All is 0 with fewer than two annotators. For several documents, use their concatenation. Precise
 * to twelve digits for lengths up to about 10⁶.
 */
export function alphaUDisagreement(
  document: AnnotatedDocument,
  labels: number,
): AlphaUDisagreement {
  const { annotators, length } = document;
  const observed = new Float64Array(labels);
  const expected = new Float64Array(labels);
  if (annotators < 2) return { observed, expected };
  const tracks = new Map<number, Unit[][]>();
  for (const unit of mergedUnits(document.units)) {
    const of = tracks.get(unit.label) ?? Array.from({ length: annotators }, () => []);
    tracks.set(unit.label, of);
    of[unit.annotator]?.push(unit);
  }
  const all = annotators * length;
  for (const [label, of] of tracks) {
    let pairs = 0;
    for (const [at, one] of of.entries())
      for (const other of of.slice(at + 1)) pairs += betweenTracks(one, other);
    observed[label] = (2 * pairs) / (annotators * (annotators - 1) * length ** 2);
    const { sum, same } = chanceSum(of, length);
    expected[label] = (2 * sum) / (length * (all * (all - 1) - same));
  }
  return { observed, expected };
}

const reason = 'there are no annotations in a document with two annotators';

/** αU over all labels: 1 − Σ D_o / Σ D_e. */
export function alphaU({ observed, expected }: AlphaUDisagreement): Figure {
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  return overChance(sum(observed), sum(expected), reason);
}

/** αU of one label. */
export function alphaUOfLabel({ observed, expected }: AlphaUDisagreement, label: number): Figure {
  return overChance(observed[label] ?? 0, expected[label] ?? 0, reason);
}
