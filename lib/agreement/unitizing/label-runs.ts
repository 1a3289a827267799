import { boundaries } from './unitizing-statistics';
import type { SetItem } from '../coding/krippendorff-alpha-sets';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';

/**
 * The document as items for α over sets, every character being an item: runs over which no
 * annotator’s labels change, weighted by their length. Labels are their numbers as strings.
 */
export function labelRuns({ length, annotators, units }: AnnotatedDocument): SetItem[] {
  const annotatorLabels = Array.from({ length: annotators }, () => new Map<number, number>());
  const sets: (readonly string[])[] = annotatorLabels.map(() => []);
  const runs: SetItem[] = [];
  let position = 0;
  const advance = (to: number) => {
    if (to > position) runs.push({ sets: [...sets], weight: to - position });
    position = to;
  };
  for (const key of boundaries(units)) {
    const isBegin = key >= units.length;
    const unit = units[isBegin ? key - units.length : key];
    const labels = annotatorLabels[unit?.annotator ?? -1];
    if (unit === undefined || labels === undefined || unit.begin >= unit.end) continue;
    advance(isBegin ? unit.begin : unit.end);
    const depth = (labels.get(unit.label) ?? 0) + (isBegin ? 1 : -1);
    if (depth === 0) labels.delete(unit.label);
    else labels.set(unit.label, depth);
    sets[unit.annotator] = [...labels.keys()].map(String).toSorted();
  }
  advance(length);
  return runs;
}

/**
 * The document as items for α over sets, the items being spans such as tokens or sentences:
 * half-open, in order, without overlap. An item has the labels of the units that overlap it; items
 * without any unit are merged into one, weighted by their number.
 */
export function labelItems(
  { annotators, units }: AnnotatedDocument,
  stretches: readonly (readonly [number, number])[],
): SetItem[] {
  const reached = new Map<number, Set<string>[]>();
  for (const { annotator, begin, end, label } of units) {
    if (begin >= end) continue;
    for (let at = firstAfter(stretches, begin); at < stretches.length; at++) {
      if ((stretches[at]?.[0] ?? Infinity) >= end) break;
      const sets = reached.get(at) ?? Array.from({ length: annotators }, () => new Set<string>());
      reached.set(at, sets);
      sets[annotator]?.add(`${label}`);
    }
  }
  const items = [...reached]
    .toSorted(([a], [b]) => a - b)
    .map(([, sets]) => ({ sets: sets.map((set) => [...set].toSorted()), weight: 1 }));
  const rest = stretches.length - reached.size;
  const nothing = Array.from({ length: annotators }, () => []);
  return rest === 0 ? items : [...items, { sets: nothing, weight: rest }];
}

/** The index of the first span that ends after the position. */
function firstAfter(stretches: readonly (readonly [number, number])[], position: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.[1] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
