import type { ComparedAnnotation, LayerAnnotations } from '@/lib/comparison/compared-unit';
import { hullOf, inTextOrder, sizeOf } from '@/lib/comparison/compared-unit';
import { createLanes } from '@/lib/annotation/lanes';
import type { Segment } from '@/lib/article/segment';
import type { Label, LabelPattern } from '@/lib/codebook/codebook';
import type { Scheme } from '@/lib/codebook/label-colors';
import { labelColors } from '@/lib/codebook/label-colors';

/** A line under a segment of text; `row` counts from the text down. */
export type Stroke = { row: number; label: string; annotationId: string; segment: Segment };

/** The lines of all layers. Each layer has one or two rows of its own, in the layers' order. */
type LaidLanes = { strokes: Stroke[]; rows: number };

/** If more rows than this would be needed, no layer gets a second one, since lines of text would be too far apart. */
const maxRows = 6;

/**
 * The visible parts of overlapping annotations in one row: at each position the shortest annotation, so
 * that a part is visible on its whole.
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

/** A layer's annotations in at most two lanes. */
function inTwoLanes(annotations: readonly ComparedAnnotation[]): ComparedAnnotation[][] {
  const lanes = createLanes();
  const two: ComparedAnnotation[][] = [[], []];
  for (const annotation of annotations.toSorted(inTextOrder))
    two[Math.min(lanes.place(annotation.id, [hullOf(annotation)]), 1)]?.push(annotation);
  return two.filter((lane) => lane.length > 0);
}

/**
 * Lays out a row of lines under the text for each layer, the first nearest to the text, so that the row
 * identifies the layer. Layers whose own annotations overlap get a second row while there is room.
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

/** The number of steps of the shading. */
export const heatSteps = 5;

/** The step of a share from 0 to 1: 1 to `heatSteps`, and 0 for a share of 0. */
export const heatStep = (share: number): number => Math.max(0, Math.ceil(share * heatSteps - 1e-9));

/** The CSS highlight of a step of the shading. */
export const heatHighlight = (heat: 'density' | 'conflict', step: number) =>
  `compared-${heat}-${step}`;

/** The CSS highlight of the chosen unit. */
export const chosenHighlight = 'compared-chosen';

/** The CSS highlight of a label's lines in a row; `labelIndex` is its index in the codebook, -1 where it is not in it. */
export const laneHighlight = (row: number, labelIndex: number, isChosen: boolean) =>
  `compared-${row}-${labelIndex === -1 ? 'unknown' : labelIndex}${isChosen ? '-chosen' : ''}`;

/** The distance between rows, in px. */
const laneStep = (rows: number): number => (rows > 6 ? 5 : 6);

/** The space that the rows need below each line of text, beyond the usual line height, in px. */
export const spaceBelow = (rows: number): number => Math.max(0, rows * laneStep(rows) - 4);

/** The colours of the shading: grey for density, orange for conflict; the steps differ in opacity. */
const heatColors: Record<Scheme, Record<'density' | 'conflict', string>> = {
  light: { density: '#4a4d54', conflict: '#d55e00' },
  dark: { density: '#b4b6bd', conflict: '#ff8a3d' },
};

/** The opacity of a step, 0 to 255; text on the last step keeps its contrast. */
const heatAlpha = (step: number): number => 14 + 17 * step;

/** The colour of a step, `#rrggbbaa`. */
export const heatColor = (heat: 'density' | 'conflict', step: number, scheme: Scheme): string =>
  heatColors[scheme][heat] + heatAlpha(step).toString(16).padStart(2, '0');

const chosenBackground: Record<Scheme, string> = { light: '#bcd7ff', dark: '#1f4f8a' };

/** Whether the pattern is drawn higher than its thickness. */
const isTall = (pattern: LabelPattern) => pattern === 'wavy' || pattern === 'double';

const unknown: Pick<Label, 'color' | 'pattern'> = { color: '#868e96', pattern: 'dotted' };

function laneRules(
  row: number,
  step: number,
  labelIndex: number,
  { color, pattern }: Pick<Label, 'color' | 'pattern'>,
  scheme: Scheme,
): string {
  const { underline } = labelColors(color, scheme);
  const thick = isTall(pattern) ? 1 : 2;
  return [false, true]
    .map(
      (isChosen) =>
        `::highlight(${laneHighlight(row, labelIndex, isChosen)}){text-decoration:underline ${pattern} ` +
        `${underline} ${isChosen ? thick * (step > 5 ? 2 : 1.5) : thick}px;` +
        'text-decoration-skip-ink:none;' +
        `text-underline-offset:${4 + row * step}px}`,
    )
    .join('');
}

/**
 * The CSS rules of the rows of lines and of the shading, in one scheme. They have no element selector:
 * browsers look such rules up once, and others for every paragraph. They contain no user input.
 */
export function laneStyles(
  rows: number,
  labels: readonly Pick<Label, 'color' | 'pattern'>[],
  scheme: Scheme,
): string {
  const step = laneStep(rows);
  const rules = [`::highlight(${chosenHighlight}){background-color:${chosenBackground[scheme]}}`];
  for (const heat of ['density', 'conflict'] as const)
    for (let at = 1; at <= heatSteps; at++)
      rules.push(
        `::highlight(${heatHighlight(heat, at)}){background-color:${heatColor(heat, at, scheme)}}`,
      );
  for (let row = 0; row < rows; row++) {
    for (const [labelIndex, label] of labels.entries())
      rules.push(laneRules(row, step, labelIndex, label, scheme));
    rules.push(laneRules(row, step, -1, unknown, scheme));
  }
  return rules.join('\n');
}
