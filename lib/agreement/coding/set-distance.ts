import type { Distance } from './alpha';
import type { LabelSet } from './coincidences';

/** How far two sets of labels are apart: all or nothing, by what they have in common, or that and nesting. */
export const setMeasures = ['nominal', 'jaccard', 'masi'] as const;
/** One of `setMeasures`. */
export type SetMeasure = (typeof setMeasures)[number];

/**
 * The distance of two sets, 0 to 1; two empty ones are alike. Jaccard: 1 − common / all. MASI (Passonneau
 * 2006): 1 − common / all × (1 equal, 2/3 one within the other, 1/3 crossing, 0 disjoint).
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

/** The distances of sets for α, used as they are: they are not squared again, as nltk and DKPro do not. */
export const setDistances: Record<SetMeasure, Distance<LabelSet>> = {
  nominal: () => (c, k) => (c === k ? 0 : 1),
  jaccard: (values) => (c, k) => setDistance('jaccard', values[c] ?? [], values[k] ?? []),
  masi: (values) => (c, k) => setDistance('masi', values[c] ?? [], values[k] ?? []),
};
