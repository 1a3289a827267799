import type { StatisticsReader } from '../statistics/statistics-reader';
import { aloneAt, sharedAt, statisticsReader } from '../statistics/statistics-reader';
import type { DocumentVectors } from './document-vectors';
import type { SelectedArticle } from './selection';

/** Places in the order in which keys are met. */
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

/** Lists of values by document, one behind the other. */
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

/** Of `one` before `other`, told from `other` on where the pair is known the other way round. */
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
 * The vectors of the chosen readings. With `only` a label, pairs are counted of that label alone, else
 * of every label, each apart.
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
