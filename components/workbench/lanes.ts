import type { ComparedAnnotation, LayerAnnotations } from '@/lib/comparison/compared-annotation';
import { hullOf, inTextOrder, sizeOf } from '@/lib/comparison/compared-annotation';
import { createLanes } from '@/lib/annotation/lanes';
import type { Segment } from '@/lib/article/segment';

/** A line under a stretch of text, in a row that is counted from the words down. */
export type Stroke = { row: number; label: string; annotationId: string; segment: Segment };

/** The rows of all readings: each has one or two of its own, whatever it marks where, in the readings' order. */
export type LaidLanes = { strokes: Stroke[]; rows: number };

/** With more rows than these no reading gets a second one: lines would stand too far apart to be read as one text. */
const maxRows = 6;

/**
 * What of each mark shows where marks of one row lie over each other: the shortest mark at each place,
 * so that a part is seen on its whole.
 */
function shown(
  annotations: readonly ComparedAnnotation[],
): { annotation: ComparedAnnotation; segment: Segment }[] {
  const edges = annotations
    .flatMap((annotation) =>
      annotation.segments.flatMap(({ start, end }) => [
        { at: start, annotation, opens: true },
        { at: end, annotation, opens: false },
      ]),
    )
    .sort((one, other) => one.at - other.at);
  const open = new Set<ComparedAnnotation>();
  const found: { annotation: ComparedAnnotation; segment: Segment }[] = [];
  for (const [index, { at, annotation, opens }] of edges.entries()) {
    if (opens) open.add(annotation);
    else open.delete(annotation);
    const end = edges[index + 1]?.at ?? at;
    if (end === at || open.size === 0) continue;
    const top = [...open].reduce((least, one) => (sizeOf(one) < sizeOf(least) ? one : least));
    const last = found.at(-1);
    if (last?.annotation === top && last.segment.end === at) last.segment.end = end;
    else found.push({ annotation: top, segment: { start: at, end } });
  }
  return found;
}

/** A reading's marks by the lane, of two at most, that each lies in. */
function inTwoLanes(annotations: readonly ComparedAnnotation[]): ComparedAnnotation[][] {
  const lanes = createLanes();
  const two: ComparedAnnotation[][] = [[], []];
  for (const annotation of annotations.toSorted(inTextOrder))
    two[Math.min(lanes.place(annotation.id, [hullOf(annotation)]), 1)]?.push(annotation);
  return two.filter((lane) => lane.length > 0);
}

/**
 * Lays a row of lines under the text for each reading, the first nearest to the words, so that a
 * reading is told by its place. Readings whose own marks overlap get a second row while there is room.
 */
export function layLanes(layers: readonly LayerAnnotations[]): LaidLanes {
  const laid = layers.map(({ annotations }) => inTwoLanes(annotations));
  const wanted = laid.reduce((sum, lanes) => sum + Math.max(1, lanes.length), 0);
  const strokes: Stroke[] = [];
  let rows = 0;
  for (const lanes of laid) {
    const own = wanted > maxRows ? [lanes.flat()] : lanes;
    for (const [at, annotations] of own.entries())
      for (const { annotation, segment } of shown(annotations))
        strokes.push({
          row: rows + at,
          label: annotation.label,
          annotationId: annotation.id,
          segment,
        });
    rows += Math.max(1, own.length);
  }
  return { strokes, rows };
}
