import type { Segment } from '@/lib/article/segment';

/** An annotation as comparisons need it. Segments are ascending and do not touch; all use one offset unit. */
export type ComparedAnnotation = { id: string; label: string; segments: readonly Segment[] };

/** The annotations of one layer over an article; an empty layer is compared too. */
export type LayerAnnotations = { layerId: string; annotations: readonly ComparedAnnotation[] };

/** From an annotation's first position to its last, including the gaps between its segments. */
export function hullOf({ segments }: ComparedAnnotation): Segment {
  return { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 };
}

/** The number of offset units that an annotation covers. */
export function sizeOf({ segments }: ComparedAnnotation): number {
  return segments.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The number of offset units that both annotations cover. */
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

/** Compares annotations by start, end, label and id; the order used throughout the comparison. */
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
 * How layers can disagree on a unit. missing: a layer has no annotation there. boundary: the spans
 * begin or end elsewhere. label: the labels differ. nesting: one annotated a whole, another a part of
 * it. fragmentation: one annotated in one piece what another annotated in several.
 */
export const disagreementKinds = [
  'missing',
  'boundary',
  'label',
  'nesting',
  'fragmentation',
] as const;

/** One of `disagreementKinds`. */
export type DisagreementKind = (typeof disagreementKinds)[number];

/** One layer's annotations in a unit, in text order; possibly none. */
export type LayerVersion = { layerId: string; annotations: ComparedAnnotation[] };

/** A passage on which layers are compared, and how they disagree on it. */
export type ComparedUnit = {
  /** The smallest id of its annotations, so that the same unit is found again. */
  id: string;
  start: number;
  end: number;
  /** In the order of `disagreementKinds`; empty where all agree. */
  kinds: DisagreementKind[];
  /** One for every layer that is compared, in their order. */
  versions: LayerVersion[];
};

/** The number of units of each kind; a unit of two kinds counts for both. `same`: all layers agree. */
export function countKinds(units: readonly ComparedUnit[]) {
  const counts = { same: 0, missing: 0, boundary: 0, label: 0, nesting: 0, fragmentation: 0 };
  for (const { kinds } of units) {
    if (kinds.length === 0) counts.same++;
    for (const kind of kinds) counts[kind]++;
  }
  return counts;
}

/**
 * A version as a string of its labels and the spans of its annotations: two layers disagree on a unit
 * exactly where their keys differ.
 */
export function versionKey({ annotations }: LayerVersion): string {
  const labels = [...new Set(annotations.map(({ label }) => label))].sort();
  const spans = annotations.map(({ segments }) =>
    segments.flatMap(({ start, end }) => [start, end]),
  );
  return JSON.stringify([labels, spans]);
}

/** The number of pairs of layers that disagree on a unit; two layers without annotations there agree. */
export function countDisagreeingPairs({ versions }: ComparedUnit): number {
  const alike = new Map<string, number>();
  for (const version of versions) {
    const key = versionKey(version);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  const pairs = (count: number) => (count * count - count) / 2;
  return [...alike.values()].reduce((left, same) => left - pairs(same), pairs(versions.length));
}
