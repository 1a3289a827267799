import { disagreementKinds } from '@/lib/comparison/compared-unit';

/** What one annotator marked under one label: stretches, those left when overlapping ones are made one, what these cover, and the squares of their lengths. */
export const aloneFields = ['units', 'merged', 'marked', 'squares'] as const;

/** What two annotators share under one label: covered by both; found to the character; found with partial credit, each way. */
export const sharedFields = ['together', 'exact', 'partialA', 'partialB'] as const;

/** How two readings part: units on which they agree, those on which they do not, and these by kind. */
export const disagreementFields = ['same', 'differing', ...disagreementKinds] as const;

/** A passage on which annotators part: whoever has the same number says the same, −1 says nothing. */
export type DividedPassage = { start: number; end: number; versions: number[] };

/**
 * All that figures of agreement need to know of one article, so that they can be had for any choice of
 * articles, annotators and labels by adding up. Flat lists of numbers; positions and lengths in code points.
 */
export type ArticleStatistics = {
  /** Of the text. */
  length: number;
  /** When the last of its readings was submitted or changed; RFC 3339. */
  readAt: string;
  /** User ids of those who read it, the silent too, and the ids of their layers. */
  annotators: string[];
  layers: string[];
  submitted: boolean[];
  /** Those used, after '': all labels as one. */
  labels: string[];
  /** `aloneFields` of each annotator under each label: [label][annotator][field]. */
  alone: number[];
  /** `sharedFields` of each pair under each label: [label][pair][field]. */
  shared: number[];
  /** `partingFields` of each pair: [pair][field]. */
  disagreements: number[];
  /** How often, in a pair, the first said `row` where the second said `column`, places of `labels`, 0 for nobody: pair, row, column, count, over and over. */
  confusion: number[];
  /** Clusters of overlapping stretches of one label: its place, who marked there ('1' or '0' by annotator), how many are so. */
  clusters: [label: number, marked: string, count: number][];
  /** The passages on which most pairs part, at most `mostPassages`. */
  divided: DividedPassage[];
};

/** How many divided passages are kept of an article. */
export const maxPassages = 12;

/** Pairs of annotators in the order in which they are counted: 0–1, 0–2, …, 1–2, … */
export function pairsOf(annotators: number): [first: number, second: number][] {
  return Array.from({ length: annotators }, (_, first) =>
    Array.from({ length: annotators - first - 1 }, (__, after): [number, number] => [
      first,
      first + 1 + after,
    ]),
  ).flat();
}

/** The share of pairs of the `chosen` annotators that part on a passage, 0 to 1. */
export function divisionOf({ versions }: DividedPassage, chosen: readonly number[]): number {
  let differing = 0;
  for (let at = 0; at < chosen.length; at++)
    for (let after = at + 1; after < chosen.length; after++)
      if (versions[chosen[at] ?? 0] !== versions[chosen[after] ?? 0]) differing++;
  return chosen.length < 2 ? 0 : (2 * differing) / (chosen.length * (chosen.length - 1));
}
