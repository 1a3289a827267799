import type { Figure } from '../figure';
import { alphaOf } from './alpha';
import type { Coincidences, LabelSet } from './coincidences';
import { coincidencesOfRuns } from './coincidences';
import type { SetMeasure } from './set-distance';
import { setDistances } from './set-distance';

/** A stretch that comes `weight` times: for each coder the labels it has, none (empty), or null: not coded. */
export type SetItem = {
  readonly sets: readonly (readonly string[] | null)[];
  readonly weight: number;
};

/** The coincidences of items that bear several labels; a label counts once, its order does not matter. */
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

/** Krippendorff’s α of items that bear several labels, by a distance of sets; δ is used as it is. */
export function krippendorffAlphaSets(items: readonly SetItem[], measure: SetMeasure): Figure {
  return alphaOf(setCoincidences(items), setDistances[measure]);
}
