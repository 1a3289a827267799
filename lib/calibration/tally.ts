import { exactCounts, overlapCounts } from '@/lib/agreement/f1/span-counts';
import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';
import type { AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';
import { labelPairs, mergedSpans } from '@/lib/agreement/f1/annotated-span';
import { characterCounts } from '@/lib/agreement/f1/character-counts';

/**
 * The counts of one layer and the consensus under one label: characters of each and of both; spans
 * of each, those that are the same, and those of each that overlap one of the other; and the
 * squares of the lengths of all (overlapping ones merged), from which chance agreement is computed.
 */
export const tallyFields = [
  'ofMine',
  'ofConsensus',
  'ofBoth',
  'spansMine',
  'spansConsensus',
  'spansSame',
  'overlappingMine',
  'overlappingConsensus',
  'squares',
] as const;

/**
 * What one article adds to the agreement of a layer with the consensus; tallies add up over
 * articles.
 */
export type Tally = {
  /** The text's length in code points. */
  length: number;
  /** `tallyFields` by label, those that either has. */
  labels: [label: string, fields: number[]][];
};

const spansOf = (annotations: readonly ComparedAnnotation[]): AnnotatedSpan[] =>
  annotations.flatMap(({ label, segments }) =>
    segments.map(({ start, end }) => ({ begin: start, end, label })),
  );

const squaresOf = (spans: readonly AnnotatedSpan[]): number =>
  mergedSpans(spans).reduce((sum, { begin, end }) => sum + (end - begin) ** 2, 0);

function fieldsOf(mine: AnnotatedSpan[], consensus: AnnotatedSpan[]): number[] {
  const characters = characterCounts(mine, consensus, 'any label');
  const exact = exactCounts(mine, consensus, 'any label');
  const overlap = overlapCounts(mine, consensus, 'any label');
  return [
    characters.ofA,
    characters.ofB,
    characters.foundA,
    exact.ofA,
    exact.ofB,
    exact.foundA,
    overlap.foundA,
    overlap.foundB,
    squaresOf(mine) + squaresOf(consensus),
  ];
}

/**
 * Counts a layer and the consensus; each segment is a span. Positions and `length` in code points.
 */
export function tallyOf(
  mine: readonly ComparedAnnotation[],
  consensus: readonly ComparedAnnotation[],
  length: number,
): Tally {
  const pairs = [...labelPairs(spansOf(mine), spansOf(consensus), 'by label')];
  const labels = pairs.map(([one, other]): [string, number[]] => [
    String((one[0] ?? other[0])?.label ?? ''),
    fieldsOf(one, other),
  ]);
  return { length, labels: labels.sort(([one], [other]) => (one < other ? -1 : 1)) };
}

/**
 * Tallies in flat arrays, to be summed many times: those of article a are from `start[a]` to before
 * `start[a + 1]`.
 */
export type FlatTallies = {
  labels: string[];
  lengths: Float64Array;
  start: Int32Array;
  /** Indices into `labels`. */
  labelIndices: Int32Array;
  /** `tallyFields` of each. */
  values: Float64Array;
};

/** Sums over articles: `tallyFields` by label, and twice the length of the texts. */
export type TallySums = { labels: readonly string[]; volume: number; values: Float64Array };

/** Flattens tallies; labels in the order of their keys. */
export function flattenTallies(tallies: readonly Tally[]): FlatTallies {
  const labels = [...new Set(tallies.flatMap((one) => one.labels.map(([label]) => label)))].sort();
  const indexByLabel = new Map(labels.map((label, at) => [label, at]));
  const start = [0];
  const labelIndices: number[] = [];
  const values: number[] = [];
  for (const tally of tallies) {
    for (const [label, fields] of tally.labels) {
      labelIndices.push(indexByLabel.get(label) ?? 0);
      for (const field of fields) values.push(field);
    }
    start.push(labelIndices.length);
  }
  return {
    labels,
    lengths: Float64Array.from(tallies, ({ length }) => length),
    start: Int32Array.from(start),
    labelIndices: Int32Array.from(labelIndices),
    values: Float64Array.from(values),
  };
}

/** Sums tallies, each article as often as `counts` says; without it each once. */
export function sumTallies(flat: FlatTallies, counts: Int32Array | null = null): TallySums {
  const width = tallyFields.length;
  const values = new Float64Array(flat.labels.length * width);
  let volume = 0;
  for (const [article, length] of flat.lengths.entries()) {
    const count = counts === null ? 1 : (counts[article] ?? 0);
    if (count === 0) continue;
    volume += 2 * length * count;
    const end = flat.start[article + 1] ?? 0;
    for (let at = flat.start[article] ?? 0; at < end; at++) {
      const to = (flat.labelIndices[at] ?? 0) * width;
      for (let field = 0; field < width; field++)
        values[to + field] =
          (values[to + field] ?? 0) + count * (flat.values[at * width + field] ?? 0);
    }
  }
  return { labels: flat.labels, volume, values };
}
