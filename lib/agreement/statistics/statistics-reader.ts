import type { ArticleStatistics } from './article-statistics';
import { aloneFields, disagreementFields, sharedFields } from './article-statistics';

/** Where each field stands among those of its kind. */
export const aloneAt = { units: 0, merged: 1, marked: 2, squares: 3 } satisfies Record<
  (typeof aloneFields)[number],
  number
>;

/** Where each field stands among those of its kind. */
export const sharedAt = { together: 0, exact: 1, partialA: 2, partialB: 3 } satisfies Record<
  (typeof sharedFields)[number],
  number
>;

/** The place of a pair in the order of `pairsOf`, of so many annotators; `first` is below `second`. */
export function pairIndex(first: number, second: number, annotators: number): number {
  return first * annotators - (first * (first + 1)) / 2 + (second - first - 1);
}

/** Looks values up in an article’s flat lists: labels and annotators by their places, a pair by both of its, the lower first. */
export function statisticsReader({ annotators, alone, shared, disagreements }: ArticleStatistics) {
  const m = annotators.length;
  const pairs = (m * (m - 1)) / 2;
  return {
    alone: (label: number, one: number, field: number): number =>
      alone[(label * m + one) * aloneFields.length + field] ?? 0,
    shared: (label: number, first: number, second: number, field: number): number =>
      shared[(label * pairs + pairIndex(first, second, m)) * sharedFields.length + field] ?? 0,
    disagreement: (first: number, second: number, field: number): number =>
      disagreements[pairIndex(first, second, m) * disagreementFields.length + field] ?? 0,
  };
}

/** What `statisticsReader` gives. */
export type StatisticsReader = ReturnType<typeof statisticsReader>;
