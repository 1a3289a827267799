import type { StatisticsReader } from '@/lib/agreement/statistics/article-statistics';
import { aloneAt, sharedAt, statisticsReader } from '@/lib/agreement/statistics/article-statistics';
import type { SelectedArticle } from './selection';

/**
 * Values of a label in a document: length covered by its annotators, length covered in pairs
 * (2/(m−1) · Σ), squared lengths of spans, number of spans.
 */
export const labelWidth = 4;

/**
 * Values of a pair in a document: exact matches; spans of the first, of the second; partial matches
 * each way; merged spans of the first, of the second.
 */
export const pairWidth = 7;

/**
 * Additive quantities by document, in typed arrays that can be transferred to another thread.
 * Document d has the labels from `labelStart[d]` to before `labelStart[d + 1]`, each with
 * `labelWidth` values, and its pairs alike. Labels and pairs are indices in `labels` and `pairs`;
 * label 0 is all labels as one.
 */
export type DocumentVectors = {
  labels: string[];
  coders: string[];
  /** Indices in `coders`, the first below the second. */
  pairs: [number, number][];
  /** Annotators times length, by document. */
  volume: Float64Array;
  labelStart: Int32Array;
  label: Int32Array;
  labelValues: Float64Array;
  pairStart: Int32Array;
  pair: Int32Array;
  pairValues: Float64Array;
};

/** Sums of vectors over documents. */
export type VectorSums = {
  volume: number;
  /** `labelWidth` values by label. */
  labels: Float64Array;
  /** `pairWidth` values by pair. */
  pairs: Float64Array;
};

function addUp(
  into: Float64Array,
  width: number,
  { indices, values, start }: { indices: Int32Array; values: Float64Array; start: Int32Array },
  counts: Int32Array | null,
): void {
  for (let document = 0; document + 1 < start.length; document++) {
    const count = counts === null ? 1 : (counts[document] ?? 0);
    if (count === 0) continue;
    const end = start[document + 1] ?? 0;
    for (let at = start[document] ?? 0; at < end; at++) {
      const to = (indices[at] ?? 0) * width;
      for (let field = 0; field < width; field++)
        into[to + field] = (into[to + field] ?? 0) + count * (values[at * width + field] ?? 0);
    }
  }
}

/** Sums documents, each as often as `counts` says; by default once. */
export function sumVectors(vectors: DocumentVectors, counts: Int32Array | null = null): VectorSums {
  const { labelStart, label, labelValues, pairStart, pair, pairValues, volume } = vectors;
  const labels = new Float64Array(vectors.labels.length * labelWidth);
  const pairs = new Float64Array(vectors.pairs.length * pairWidth);
  addUp(labels, labelWidth, { indices: label, values: labelValues, start: labelStart }, counts);
  addUp(pairs, pairWidth, { indices: pair, values: pairValues, start: pairStart }, counts);
  let sum = 0;
  for (const [at, one] of volume.entries()) sum += one * (counts === null ? 1 : (counts[at] ?? 0));
  return { volume: sum, labels, pairs };
}

/** Indices in the order in which keys first occur. */
class KeyIndex<Key> {
  private readonly known = new Map<Key, number>();
  of(key: Key): number {
    const index = this.known.get(key) ?? this.known.size;
    this.known.set(key, index);
    return index;
  }
  get keys(): Key[] {
    return [...this.known.keys()];
  }
}

/** Lists of values by document, in one array. */
class Rows {
  readonly indices: number[] = [];
  readonly values: number[] = [];
  readonly start: number[] = [0];
  add(index: number, values: readonly number[]): void {
    this.indices.push(index);
    for (const value of values) this.values.push(value);
  }
  close(): void {
    this.start.push(this.indices.length);
  }
}

function labelValues(read: StatisticsReader, label: number, chosen: readonly number[]): number[] {
  const sums = [0, 0, 0, 0];
  let both = 0;
  for (const [rank, one] of chosen.entries()) {
    sums[0] = (sums[0] ?? 0) + read.alone(label, one, aloneAt.marked);
    sums[2] = (sums[2] ?? 0) + read.alone(label, one, aloneAt.squares);
    sums[3] = (sums[3] ?? 0) + read.alone(label, one, aloneAt.units);
    for (let after = rank + 1; after < chosen.length; after++)
      both += read.shared(label, one, chosen[after] ?? 0, sharedAt.together);
  }
  sums[1] = (2 * both) / (chosen.length - 1);
  return sums;
}

/**
 * The values of `one` and `other`, seen from `other` where the pair is stored the other way round.
 */
function pairValues(
  read: StatisticsReader,
  labels: readonly number[],
  [one, other]: readonly [number, number],
  isTurned: boolean,
): number[] {
  const [a, b] = isTurned ? [other, one] : [one, other];
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (const label of labels) {
    const parts = [
      read.shared(label, one, other, sharedAt.exact),
      read.alone(label, a, aloneAt.units),
      read.alone(label, b, aloneAt.units),
      read.shared(label, one, other, isTurned ? sharedAt.partialB : sharedAt.partialA),
      read.shared(label, one, other, isTurned ? sharedAt.partialA : sharedAt.partialB),
      read.alone(label, a, aloneAt.merged),
      read.alone(label, b, aloneAt.merged),
    ];
    for (let field = 0; field < parts.length; field++)
      sums[field] = (sums[field] ?? 0) + (parts[field] ?? 0);
  }
  return sums;
}

/**
 * The vectors of the chosen layers. With `only` a label, pairs are counted for that label alone,
 * else for each label separately.
 */
export function vectorsOf(selected: readonly SelectedArticle[], only?: string): DocumentVectors {
  const [labels, coders, pairs] = [
    new KeyIndex<string>(),
    new KeyIndex<string>(),
    new KeyIndex<number>(),
  ];
  const [ofLabels, ofPairs] = [new Rows(), new Rows()];
  labels.of('');
  for (const { statistics, chosen } of selected) {
    const read = statisticsReader(statistics);
    for (const [label, key] of statistics.labels.entries()) {
      const values = labelValues(read, label, chosen);
      if ((values[3] ?? 0) > 0) ofLabels.add(labels.of(key), values);
    }
    ofLabels.close();
    const counted = statistics.labels.flatMap((key, label) =>
      (only === undefined ? label > 0 : key === only) ? [label] : [],
    );
    const coderIndices = statistics.annotators.map((userId, at) =>
      chosen.includes(at) ? coders.of(userId) : 0,
    );
    for (const [rank, one] of chosen.entries())
      for (const other of chosen.slice(rank + 1)) {
        const [mine, theirs] = [coderIndices[one] ?? 0, coderIndices[other] ?? 0];
        const pair = pairs.of(Math.min(mine, theirs) * 65_536 + Math.max(mine, theirs));
        ofPairs.add(pair, pairValues(read, counted, [one, other], theirs < mine));
      }
    ofPairs.close();
  }
  return {
    labels: labels.keys,
    coders: coders.keys,
    pairs: pairs.keys.map((key) => [Math.floor(key / 65_536), key % 65_536]),
    volume: Float64Array.from(
      selected,
      ({ statistics, chosen }) => chosen.length * statistics.length,
    ),
    labelStart: Int32Array.from(ofLabels.start),
    label: Int32Array.from(ofLabels.indices),
    labelValues: Float64Array.from(ofLabels.values),
    pairStart: Int32Array.from(ofPairs.start),
    pair: Int32Array.from(ofPairs.indices),
    pairValues: Float64Array.from(ofPairs.values),
  };
}
