import type { ComparedAnnotation } from './compared-annotation';

/**
 * How readings of one passage can part. missing: somebody marked nothing there. boundary: it begins
 * or ends elsewhere. label: it is called otherwise. nesting: one marked a whole, another a part of
 * it. fragmentation: one marked in one piece what another marked in several.
 */
export const disagreementKinds = [
  'missing',
  'boundary',
  'label',
  'nesting',
  'fragmentation',
] as const;

/** How readings of one passage part. */
export type DisagreementKind = (typeof disagreementKinds)[number];

/** What one layer says of a unit: its marks there, in text order; none where it is silent. */
export type LayerVersion = { layerId: string; annotations: ComparedAnnotation[] };

/** A passage on which the readings speak of one thing, and how they part there. */
export type ComparedUnit = {
  /** The smallest id of its marks, by which it is found again. */
  id: string;
  start: number;
  end: number;
  /** In the order of `disagreementKinds`; empty where all agree. */
  kinds: DisagreementKind[];
  /** One for every reading that is compared, in their order. */
  versions: LayerVersion[];
};

/** How many units are of each kind; one that parts in two ways counts for both. `same` are those where all agree. */
export function countKinds(units: readonly ComparedUnit[]) {
  const counts = { same: 0, missing: 0, boundary: 0, label: 0, nesting: 0, fragmentation: 0 };
  for (const { kinds } of units) {
    if (kinds.length === 0) counts.same++;
    for (const kind of kinds) counts[kind]++;
  }
  return counts;
}
