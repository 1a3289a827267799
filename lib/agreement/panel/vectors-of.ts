import type { ArticleStatistics } from '../statistics/article-statistics';
import { aloneFields, sharedFields } from '../statistics/article-statistics';
import type { DocumentVectors } from './document-vectors';
import type { SelectedArticle } from './selection';

/** Places in the order in which keys are met. */
class Places<Key> {
  private readonly known = new Map<Key, number>();
  of(key: Key): number {
    const place = this.known.get(key) ?? this.known.size;
    this.known.set(key, place);
    return place;
  }
  get keys(): Key[] {
    return [...this.known.keys()];
  }
}

/** Lists of values by document, one behind the other. */
class Rows {
  readonly places: number[] = [];
  readonly values: number[] = [];
  readonly start: number[] = [0];
  add(place: number, values: readonly number[]): void {
    this.places.push(place);
    for (const value of values) this.values.push(value);
  }
  close(): void {
    this.start.push(this.places.length);
  }
}

/** Looks values up in an article's flat lists. */
function readerOf({ annotators, alone, shared }: ArticleStatistics) {
  const m = annotators.length;
  const pairs = (m * (m - 1)) / 2;
  return {
    alone: (label: number, one: number, field: number): number =>
      alone[(label * m + one) * aloneFields.length + field] ?? 0,
    /** `one` before `other`. */
    shared: (label: number, one: number, other: number, field: number): number => {
      const pair = one * m - (one * (one + 1)) / 2 + (other - one - 1);
      return shared[(label * pairs + pair) * sharedFields.length + field] ?? 0;
    },
  };
}

const [units, merged, marked, squares] = [
  aloneFields.indexOf('units'),
  aloneFields.indexOf('merged'),
  aloneFields.indexOf('marked'),
  aloneFields.indexOf('squares'),
];
const [together, exact, partialA, partialB] = [
  sharedFields.indexOf('together'),
  sharedFields.indexOf('exact'),
  sharedFields.indexOf('partialA'),
  sharedFields.indexOf('partialB'),
];

type Reader = ReturnType<typeof readerOf>;

function labelValues(read: Reader, label: number, chosen: readonly number[]): number[] {
  const sums = [0, 0, 0, 0];
  let both = 0;
  for (const [rank, one] of chosen.entries()) {
    sums[0] = (sums[0] ?? 0) + read.alone(label, one, marked);
    sums[2] = (sums[2] ?? 0) + read.alone(label, one, squares);
    sums[3] = (sums[3] ?? 0) + read.alone(label, one, units);
    for (let after = rank + 1; after < chosen.length; after++)
      both += read.shared(label, one, chosen[after] ?? 0, together);
  }
  sums[1] = (2 * both) / (chosen.length - 1);
  return sums;
}

/** Of `one` before `other`, told from `other` on where the pair is known the other way round. */
function pairValues(
  read: Reader,
  labels: readonly number[],
  [one, other]: readonly [number, number],
  isTurned: boolean,
): number[] {
  const [a, b] = isTurned ? [other, one] : [one, other];
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (const label of labels) {
    const parts = [
      read.shared(label, one, other, exact),
      read.alone(label, a, units),
      read.alone(label, b, units),
      read.shared(label, one, other, isTurned ? partialB : partialA),
      read.shared(label, one, other, isTurned ? partialA : partialB),
      read.alone(label, a, merged),
      read.alone(label, b, merged),
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
    new Places<string>(),
    new Places<string>(),
    new Places<number>(),
  ];
  const [ofLabels, ofPairs] = [new Rows(), new Rows()];
  labels.of('');
  for (const { statistics, chosen } of selected) {
    const read = readerOf(statistics);
    for (const [label, key] of statistics.labels.entries()) {
      const values = labelValues(read, label, chosen);
      if ((values[3] ?? 0) > 0) ofLabels.add(labels.of(key), values);
    }
    ofLabels.close();
    const counted = statistics.labels.flatMap((key, label) =>
      (only === undefined ? label > 0 : key === only) ? [label] : [],
    );
    const places = statistics.annotators.map((userId, at) =>
      chosen.includes(at) ? coders.of(userId) : 0,
    );
    for (const [rank, one] of chosen.entries())
      for (const other of chosen.slice(rank + 1)) {
        const [mine, theirs] = [places[one] ?? 0, places[other] ?? 0];
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
    label: Int32Array.from(ofLabels.places),
    labelValues: Float64Array.from(ofLabels.values),
    pairStart: Int32Array.from(ofPairs.start),
    pair: Int32Array.from(ofPairs.places),
    pairValues: Float64Array.from(ofPairs.values),
  };
}
