import type { LayerAnnotations } from './compared-unit';

/**
 * A segment of text over which the labels of no layer change. `marked`: the number of layers that
 * annotate it. `conflict`: the share of pairs of layers, 0 to 1, that do not give it the same labels; a
 * layer without a label against one with a label counts as a conflict.
 */
export type Heat = { start: number; end: number; marked: number; conflict: number };

type Edge = { at: number; layer: number; label: string; step: 1 | -1 };

function edgesOf(layers: readonly LayerAnnotations[]): Edge[] {
  return layers
    .flatMap(({ annotations }, layer) =>
      annotations.flatMap(({ label, segments }) =>
        segments.flatMap(({ start, end }): Edge[] => [
          { at: start, layer, label, step: 1 },
          { at: end, layer, label, step: -1 },
        ]),
      ),
    )
    .sort((one, other) => one.at - other.at);
}

/** The share of pairs of layers, 0 to 1, whose keys differ. */
function conflictOf(labelKeys: readonly string[]): number {
  const alike = new Map<string, number>();
  for (const key of labelKeys) alike.set(key, (alike.get(key) ?? 0) + 1);
  const pairs = labelKeys.length * (labelKeys.length - 1);
  let same = 0;
  for (const count of alike.values()) same += count * (count - 1);
  return pairs === 0 ? 0 : (pairs - same) / pairs;
}

/**
 * Where annotations concentrate and where they conflict, as segments in text order. Text that nobody
 * annotates is left out; equal neighbours are joined. One sweep: ten layers of a thousand annotations
 * take milliseconds.
 */
export function heatOf(layers: readonly LayerAnnotations[]): Heat[] {
  const open = layers.map(() => new Map<string, number>());
  const labelKeys = layers.map(() => '');
  const heats: Heat[] = [];
  const edges = edgesOf(layers);
  for (let at = 0; at < edges.length;) {
    const start = edges[at]?.at ?? 0;
    for (let edge = edges[at]; edge?.at === start; edge = edges[++at]) {
      const labels = open[edge.layer];
      if (labels === undefined) continue;
      const count = (labels.get(edge.label) ?? 0) + edge.step;
      if (count === 0) labels.delete(edge.label);
      else labels.set(edge.label, count);
      labelKeys[edge.layer] = [...labels.keys()].sort().join('\n');
    }
    const marked = labelKeys.filter((key) => key !== '').length;
    const end = edges[at]?.at;
    if (end === undefined || marked === 0) continue;
    const conflict = conflictOf(labelKeys);
    const last = heats.at(-1);
    if (last?.end === start && last.marked === marked && last.conflict === conflict) last.end = end;
    else heats.push({ start, end, marked, conflict });
  }
  return heats;
}
