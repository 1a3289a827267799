import type { Segment } from '@/lib/article/segment';

/** Assigns each span the lowest lane, counted from 0, in which it overlaps no other span. */
export type Lanes = {
  /**
   * Adds a span of one or more segments and returns its lane; spans added before keep theirs. An id
   * that is there already is assigned anew.
   */
  place(id: string, segments: readonly Segment[]): number;
  remove(id: string): void;
  /** Number of lanes up to the highest that is used. */
  depth(): number;
};

/**
 * Index of the first segment that ends after `position`, in a lane's segments, which are ascending
 * and disjoint.
 */
function firstAfter(lane: readonly Segment[], position: number): number {
  let low = 0;
  let high = lane.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lane[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

const isFree = (lane: readonly Segment[], { start, end }: Segment): boolean =>
  (lane[firstAfter(lane, start)]?.start ?? Infinity) >= end;

/**
 * Creates empty lanes. Spans of one segment each that are added in order of their start use as many
 * lanes as the maximum overlap; spans that touch do not overlap.
 */
export function createLanes(): Lanes {
  const lanes: Segment[][] = [];
  const held = new Map<string, { lane: number; segments: readonly Segment[] }>();

  const remove = (id: string): void => {
    const placed = held.get(id);
    const lane = placed && lanes[placed.lane];
    if (!placed || !lane) return;
    held.delete(id);
    for (const { start } of placed.segments) lane.splice(firstAfter(lane, start), 1);
    while (lanes.at(-1)?.length === 0) lanes.pop();
  };

  return {
    place(id, segments) {
      remove(id);
      let at = lanes.findIndex((lane) => segments.every((segment) => isFree(lane, segment)));
      if (at === -1) at = lanes.push([]) - 1;
      const lane = lanes[at] ?? [];
      for (const { start, end } of segments)
        lane.splice(firstAfter(lane, start), 0, { start, end });
      held.set(id, { lane: at, segments });
      return at;
    },
    remove,
    depth: () => lanes.length,
  };
}
