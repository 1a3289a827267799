import type { Mark, Reading } from '@/lib/agreement/comparison/mark';
import { hullOf, inTextOrder, sizeOf } from '@/lib/agreement/comparison/mark';
import { createLanes } from '@/lib/annotation/lanes';
import type { Segment } from '@/lib/article/segment';

/** A line under a stretch of text, in a row that is counted from the words down. */
export type Stroke = { row: number; label: string; markId: string; segment: Segment };

/** The rows of all readings: each has one or two of its own, whatever it marks where, in the readings' order. */
export type LaidLanes = { strokes: Stroke[]; rows: number };

/** With more rows than these no reading gets a second one: lines would stand too far apart to be read as one text. */
const mostRows = 6;

/**
 * What of each mark shows where marks of one row lie over each other: the shortest mark at each place,
 * so that a part is seen on its whole.
 */
function shown(marks: readonly Mark[]): { mark: Mark; segment: Segment }[] {
  const edges = marks
    .flatMap((mark) =>
      mark.segments.flatMap(({ start, end }) => [
        { at: start, mark, opens: true },
        { at: end, mark, opens: false },
      ]),
    )
    .sort((one, other) => one.at - other.at);
  const open = new Set<Mark>();
  const found: { mark: Mark; segment: Segment }[] = [];
  for (const [place, { at, mark, opens }] of edges.entries()) {
    if (opens) open.add(mark);
    else open.delete(mark);
    const end = edges[place + 1]?.at ?? at;
    if (end === at || open.size === 0) continue;
    const top = [...open].reduce((least, one) => (sizeOf(one) < sizeOf(least) ? one : least));
    const last = found.at(-1);
    if (last?.mark === top && last.segment.end === at) last.segment.end = end;
    else found.push({ mark: top, segment: { start: at, end } });
  }
  return found;
}

/** A reading's marks by the lane, of two at most, that each lies in. */
function inTwoLanes(marks: readonly Mark[]): Mark[][] {
  const lanes = createLanes();
  const two: Mark[][] = [[], []];
  for (const mark of marks.toSorted(inTextOrder))
    two[Math.min(lanes.place(mark.id, [hullOf(mark)]), 1)]?.push(mark);
  return two.filter((lane) => lane.length > 0);
}

/**
 * Lays a row of lines under the text for each reading, the first nearest to the words, so that a
 * reading is told by its place. Readings whose own marks overlap get a second row while there is room.
 */
export function layLanes(readings: readonly Reading[]): LaidLanes {
  const laid = readings.map(({ marks }) => inTwoLanes(marks));
  const wanted = laid.reduce((sum, lanes) => sum + Math.max(1, lanes.length), 0);
  const strokes: Stroke[] = [];
  let rows = 0;
  for (const lanes of laid) {
    const own = wanted > mostRows ? [lanes.flat()] : lanes;
    for (const [at, marks] of own.entries())
      for (const { mark, segment } of shown(marks))
        strokes.push({ row: rows + at, label: mark.label, markId: mark.id, segment });
    rows += Math.max(1, own.length);
  }
  return { strokes, rows };
}
