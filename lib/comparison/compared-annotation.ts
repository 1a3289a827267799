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
