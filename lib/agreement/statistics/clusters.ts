import type { AnnotatorReading } from './statistics-of-readings';

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
  readings: readonly AnnotatorReading[],
  labels: readonly string[],
): [label: number, marked: string, count: number][] {
  return labels.flatMap((label, place) => {
    if (label === '') return [];
    const stretches = readings.flatMap(({ marks }, annotator) =>
      marks
        .filter((mark) => mark.label === label)
        .flatMap(({ segments }) => segments.map((segment) => ({ ...segment, annotator }))),
    );
    const counts = new Map<string, number>();
    for (const pattern of patternsOf(stretches, readings.length))
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    return [...counts].map(([marked, count]): [number, string, number] => [place, marked, count]);
  });
}
