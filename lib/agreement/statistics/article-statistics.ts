import { disagreementKinds } from '@/lib/comparison/compared-unit';

/** An article whose statistics are requested: its revision, and the fingerprint of its layers. */
export type StaleArticle = { articleId: string; revisionId: string; fingerprint: string };

/**
 * Values of one annotator and label: spans, spans after merging overlaps, the length they cover,
 * and the squares of their lengths.
 */
export const aloneFields = ['units', 'merged', 'marked', 'squares'] as const;

/**
 * Values of two annotators and one label: length covered by both; exact matches; partial matches,
 * each way.
 */
export const sharedFields = ['together', 'exact', 'partialA', 'partialB'] as const;

/**
 * Values of two annotators’ layers: units on which they agree, units on which they differ, and
 * these by kind of disagreement.
 */
export const disagreementFields = ['same', 'differing', ...disagreementKinds] as const;

/** A passage on which annotators differ: equal numbers are equal versions, −1 is no annotation. */
export type DividedPassage = { start: number; end: number; versions: number[] };

/**
 * Everything that figures of agreement need of one article, so that they can be computed for any
 * choice of articles, annotators and labels by addition. Flat lists of numbers; positions and
 * lengths in code points.
 */
export type ArticleStatistics = {
  /** Length of the text. */
  length: number;
  /** When the last of its layers was submitted or changed; RFC 3339. */
  readAt: string;
  /**
   * User ids of the annotators, those without annotations included, and the ids of their layers.
   */
  annotators: string[];
  layers: string[];
  submitted: boolean[];
  /** The labels used, after '': all labels as one. */
  labels: string[];
  /** `aloneFields` of each annotator under each label: [label][annotator][field]. */
  alone: number[];
  /** `sharedFields` of each pair under each label: [label][pair][field]. */
  shared: number[];
  /** `disagreementFields` of each pair: [pair][field]. */
  disagreements: number[];
  /**
   * How often, in a pair, the first gave label `row` where the second gave `column`, as indices in
   * `labels`, 0 for no annotation: repeated quadruples of pair, row, column, count.
   */
  confusion: number[];
  /**
   * Clusters of overlapping spans of one label: its index, who has a span there ('1' or '0' by
   * annotator), and the number of such clusters.
   */
  clusters: [label: number, marked: string, count: number][];
  /** The passages on which most pairs differ, at most `maxPassages`. */
  divided: DividedPassage[];
};

/** The number of divided passages stored with an article. */
export const maxPassages = 12;

/** Pairs of annotators in the order in which they are numbered: 0–1, 0–2, …, 1–2, … */
export function pairsOf(annotators: number): [first: number, second: number][] {
  return Array.from({ length: annotators }, (_, first) =>
    Array.from({ length: annotators - first - 1 }, (__, after): [number, number] => [
      first,
      first + 1 + after,
    ]),
  ).flat();
}

/** The share of pairs of the `chosen` annotators that differ on a passage, 0 to 1. */
export function divisionOf({ versions }: DividedPassage, chosen: readonly number[]): number {
  let differing = 0;
  for (let at = 0; at < chosen.length; at++)
    for (let after = at + 1; after < chosen.length; after++)
      if (versions[chosen[at] ?? 0] !== versions[chosen[after] ?? 0]) differing++;
  return chosen.length < 2 ? 0 : (2 * differing) / (chosen.length * (chosen.length - 1));
}

/** The index of each field in `aloneFields`. */
export const aloneAt = { units: 0, merged: 1, marked: 2, squares: 3 } satisfies Record<
  (typeof aloneFields)[number],
  number
>;

/** The index of each field in `sharedFields`. */
export const sharedAt = { together: 0, exact: 1, partialA: 2, partialB: 3 } satisfies Record<
  (typeof sharedFields)[number],
  number
>;

/** The number of a pair in the order of `pairsOf`; `first` is below `second`. */
export function pairIndex(first: number, second: number, annotators: number): number {
  return first * annotators - (first * (first + 1)) / 2 + (second - first - 1);
}

/**
 * Looks values up in an article’s flat lists, by label and annotator indices; a pair by both of its
 * annotators, the lower first.
 */
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

/** The lookup functions of `statisticsReader`. */
export type StatisticsReader = ReturnType<typeof statisticsReader>;
