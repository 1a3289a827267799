import type { Segment } from '@/lib/article/segment';

/** An annotation as it is compared. Segments in one unit for all, ascending, not touching. */
export type ComparedAnnotation = { id: string; label: string; segments: readonly Segment[] };

/** What one layer says about the article; without marks it is silent, which is a reading too. */
export type LayerAnnotations = { layerId: string; annotations: readonly ComparedAnnotation[] };

/** Where a mark begins and ends, what is left out between its segments included. */
export function hullOf({ segments }: ComparedAnnotation): Segment {
  return { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 };
}

/** How much a mark covers. */
export function sizeOf({ segments }: ComparedAnnotation): number {
  return segments.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** How much two marks cover both. */
export function overlapOf(one: ComparedAnnotation, other: ComparedAnnotation): number {
  let shared = 0;
  let at = 0;
  for (const { start, end } of one.segments) {
    while ((other.segments[at]?.end ?? Infinity) <= start) at++;
    for (let ahead = at; ahead < other.segments.length; ahead++) {
      const rival = other.segments[ahead];
      if (rival === undefined || rival.start >= end) break;
      shared += Math.min(end, rival.end) - Math.max(start, rival.start);
    }
  }
  return shared;
}

/** Sorts marks by where they begin, then end, then by label and id: the order in which everything here counts. */
export function inTextOrder(one: ComparedAnnotation, other: ComparedAnnotation): number {
  const [mine, theirs] = [hullOf(one), hullOf(other)];
  return (
    mine.start - theirs.start ||
    mine.end - theirs.end ||
    (one.label < other.label ? -1 : Number(one.label > other.label)) ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

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

/** A stand in a string: two readings part at a unit just where theirs differ. Its labels and what each of its marks covers. */
export function versionKey({ annotations }: LayerVersion): string {
  const labels = [...new Set(annotations.map(({ label }) => label))].sort();
  const spans = annotations.map(({ segments }) =>
    segments.flatMap(({ start, end }) => [start, end]),
  );
  return JSON.stringify([labels, spans]);
}

/** At how many of the pairs of readings this unit parts; those that are both silent do not part. */
export function countDisagreeingPairs({ versions }: ComparedUnit): number {
  const alike = new Map<string, number>();
  for (const version of versions) {
    const key = versionKey(version);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  const pairs = (count: number) => (count * count - count) / 2;
  return [...alike.values()].reduce((left, same) => left - pairs(same), pairs(versions.length));
}
