import type { AnnotatorLayer } from './statistics-of-layers';

type Stretch = { start: number; end: number; annotator: number };

/** Who marked in each run of stretches that overlap, '1' or '0' by annotator. */
function patternsOf(stretches: Stretch[], annotators: number): string[] {
  const patterns: string[] = [];
  let present = new Set<number>();
  let until = -1;
  const close = () => {
    if (present.size === 0) return;
    const marked = Array.from({ length: annotators }, (_, at) => (present.has(at) ? '1' : '0'));
    patterns.push(marked.join(''));
    present = new Set();
  };
  for (const { start, end, annotator } of stretches.sort((one, other) => one.start - other.start)) {
    if (start >= until) close();
    present.add(annotator);
    until = Math.max(until, end);
  }
  close();
  return patterns;
}

/**
 * The things that annotators could have marked, for telling how far each is to be trusted: one for every
 * label and cluster of overlapping stretches of it, with who marked there and who did not. Those that
 * are alike are counted together. Single characters are no such things: they depend on each other.
 */
export function clustersOf(
  layers: readonly AnnotatorLayer[],
  labels: readonly string[],
): [label: number, marked: string, count: number][] {
  const byLabel = new Map<string, Stretch[]>(labels.slice(1).map((label) => [label, []]));
  for (const [annotator, { annotations }] of layers.entries())
    for (const { label, segments } of annotations)
      for (const { start, end } of segments) byLabel.get(label)?.push({ start, end, annotator });
  const clusters: [number, string, number][] = [];
  for (const [label, stretches] of byLabel) {
    const counts = new Map<string, number>();
    for (const pattern of patternsOf(stretches, layers.length))
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    for (const [marked, count] of counts) clusters.push([labels.indexOf(label), marked, count]);
  }
  return clusters;
}
