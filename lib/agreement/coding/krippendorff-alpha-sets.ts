import type { Distance } from './krippendorff-alpha';
import { alphaOf } from './krippendorff-alpha';
import type { LabelSet, Coincidences } from './coincidences';
import { coincidencesOfRuns } from './coincidences';
import type { Figure } from '../figure';

/** Distances of two sets of labels: all or nothing, by overlap, or by overlap and nesting. */
export const setMeasures = ['nominal', 'jaccard', 'masi'] as const;
/** One of `setMeasures`. */
export type SetMeasure = (typeof setMeasures)[number];

/**
 * The distance of two sets, 0 to 1; two empty ones have distance 0. Jaccard: 1 − common / all. MASI
 * (Passonneau 2006): 1 − common / all × (1 equal, 2/3 one within the other, 1/3 crossing, 0
 * disjoint).
 */
export function setDistance(measure: SetMeasure, one: LabelSet, other: LabelSet): number {
  const has = new Set(other);
  const both = one.filter((label) => has.has(label)).length;
  if (both === one.length && both === other.length) return 0;
  if (measure === 'nominal') return 1;
  const jaccard = both / (one.length + other.length - both);
  if (measure === 'jaccard') return 1 - jaccard;
  const isWithin = both === one.length || both === other.length;
  return 1 - jaccard * (both === 0 ? 0 : isWithin ? 2 / 3 : 1 / 3);
}

/**
 * The distances of sets for α. They are used as they are, not squared again, as in nltk and DKPro.
 */
export const setDistances: Record<SetMeasure, Distance<LabelSet>> = {
  nominal: () => (c, k) => (c === k ? 0 : 1),
  jaccard: (values) => (c, k) => setDistance('jaccard', values[c] ?? [], values[k] ?? []),
  masi: (values) => (c, k) => setDistance('masi', values[c] ?? [], values[k] ?? []),
};

/**
 * An item that counts `weight` times: for each coder its labels (possibly none), or null: not
 * coded.
 */
export type SetItem = {
  readonly sets: readonly (readonly string[] | null)[];
  readonly weight: number;
};

/** The coincidences of items with sets of labels; duplicates and order of labels do not matter. */
export function setCoincidences(items: readonly SetItem[]): Coincidences<LabelSet> {
  const indices = new Map<string, number>();
  const values: LabelSet[] = [];
  const runs = items.map(({ sets, weight }) => ({
    weight,
    codes: sets.map((labels) => {
      if (labels === null) return -1;
      const set = [...new Set(labels)].toSorted();
      const key = JSON.stringify(set);
      const index = indices.get(key) ?? values.push(set) - 1;
      indices.set(key, index);
      return index;
    }),
  }));
  return coincidencesOfRuns(values, runs);
}

/** Krippendorff’s α of items with sets of labels, with a distance of sets as δ. */
export function krippendorffAlphaSets(items: readonly SetItem[], measure: SetMeasure): Figure {
  return alphaOf(setCoincidences(items), setDistances[measure]);
}
