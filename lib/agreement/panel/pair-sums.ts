import type { StatisticsReader } from '@/lib/agreement/statistics/article-statistics';
import type { Figure } from '../figure';
import { known, unknown } from '../figure';
import {
  disagreementFields,
  aloneAt,
  sharedAt,
  statisticsReader,
} from '../statistics/article-statistics';
import type { VectorSums } from './document-vectors';
import { labelWidth, pairWidth } from './document-vectors';
import type { SelectedArticle } from './selection';
import type { PairCounting } from './sum-figures';
import { pairF1 } from './sum-figures';

/** The sums of two annotators over the articles of both. */
export type PairSum = {
  /** User ids, the smaller first. */
  one: string;
  other: string;
  articles: number;
  /** As if the two were alone, so that figures for many apply to two; its `pairs` are by label. */
  sums: VectorSums;
  /** By `disagreementFields`. */
  disagreements: number[];
};

function addTo(sums: Float64Array, at: number, values: readonly number[]): void {
  for (let field = 0; field < values.length; field++)
    sums[at + field] = (sums[at + field] ?? 0) + (values[field] ?? 0);
}

/**
 * Adds one article’s values for two of its annotators, `first` before `second` in it; seen from the
 * second where `isTurned`.
 */
function addArticle(
  { sums, disagreements }: PairSum,
  { labels, read }: { labels: readonly string[]; read: StatisticsReader },
  [first, second]: readonly [number, number],
  { isTurned, labelIndices }: { isTurned: boolean; labelIndices: ReadonlyMap<string, number> },
): void {
  const [a, b] = isTurned ? [second, first] : [first, second];
  for (const [label, key] of labels.entries()) {
    const ofA = (field: number) => read.alone(label, a, field);
    const ofB = (field: number) => read.alone(label, b, field);
    const of = (field: number) => read.shared(label, first, second, field);
    const index = labelIndices.get(key) ?? 0;
    addTo(sums.labels, index * labelWidth, [
      ofA(aloneAt.marked) + ofB(aloneAt.marked),
      2 * of(sharedAt.together),
      ofA(aloneAt.squares) + ofB(aloneAt.squares),
      ofA(aloneAt.units) + ofB(aloneAt.units),
    ]);
    addTo(sums.pairs, index * pairWidth, [
      of(sharedAt.exact),
      ofA(aloneAt.units),
      ofB(aloneAt.units),
      of(isTurned ? sharedAt.partialB : sharedAt.partialA),
      of(isTurned ? sharedAt.partialA : sharedAt.partialB),
      ofA(aloneAt.merged),
      ofB(aloneAt.merged),
    ]);
  }
  for (let field = 0; field < disagreementFields.length; field++)
    disagreements[field] = (disagreements[field] ?? 0) + read.disagreement(first, second, field);
}

/** The sums of every pair of the chosen annotators, by user id; labels are indices in `labels`. */
export function pairSums(
  selected: readonly SelectedArticle[],
  labels: readonly string[],
): PairSum[] {
  const found = new Map<string, PairSum>();
  const labelIndices = new Map(labels.map((label, at) => [label, at]));
  for (const { statistics, chosen } of selected) {
    const of = { labels: statistics.labels, read: statisticsReader(statistics) };
    for (const [rank, first] of chosen.entries())
      for (const second of chosen.slice(rank + 1)) {
        const [mine, theirs] = [
          statistics.annotators[first] ?? '',
          statistics.annotators[second] ?? '',
        ];
        const isTurned = theirs < mine;
        const [one, other] = isTurned ? [theirs, mine] : [mine, theirs];
        const key = `${one} ${other}`;
        const sum = found.get(key) ?? {
          one,
          other,
          articles: 0,
          sums: {
            volume: 0,
            labels: new Float64Array(labels.length * labelWidth),
            pairs: new Float64Array(labels.length * pairWidth),
          },
          disagreements: disagreementFields.map(() => 0),
        };
        found.set(key, sum);
        sum.articles++;
        sum.sums.volume += 2 * statistics.length;
        addArticle(sum, of, [first, second], { isTurned, labelIndices });
      }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
}

/**
 * F1 of a pair over some labels, the spans of each label separately; not defined where both have
 * none.
 */
export function f1OfPair(
  { sums }: PairSum,
  labels: readonly number[],
  counting: PairCounting,
): Figure {
  const counts = new Float64Array(pairWidth);
  for (const label of labels)
    addTo(counts, 0, [...sums.pairs.subarray(label * pairWidth, (label + 1) * pairWidth)]);
  return pairF1({ ...sums, pairs: counts }, 0, counting);
}

/** The mean F1 of the pairs on one label; pairs that did not use it are left out. */
export function meanF1OfLabel(
  pairs: readonly PairSum[],
  label: number,
  counting: PairCounting,
): Figure {
  const values = pairs.flatMap((pair) => f1OfPair(pair, [label], counting).value ?? []);
  if (values.length === 0) return unknown('no two annotators of the same article used this label');
  return known(values.reduce((sum, value) => sum + value, 0) / values.length);
}
