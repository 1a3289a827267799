import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { ComparedAnnotation, LayerAnnotations } from '@/lib/comparison/compared-annotation';
import type { Heat } from '@/lib/comparison/heat';
import { heatOf } from '@/lib/comparison/heat';
import type { WorkspaceAnnotation, Passage } from './passage';
import { outcomeAt } from './passage';

const annotationOf = ({
  annotationId,
  label,
  segments,
}: WorkspaceAnnotation): ComparedAnnotation => ({
  id: annotationId,
  label,
  segments,
});

/** The most versions of a chosen place that get a row each where readings have none. */
export const maxVersionRows = 4;

/** Readings as they are painted: of each layer. Of anonymous ones the first at each place, the second, and so on, whoever they are. */
export function paintedLayersOf({
  units,
  layers,
  layerCount,
}: Pick<AdjudicationWorkspace, 'units' | 'layers' | 'layerCount'>): LayerAnnotations[] {
  const isNamed = layers.length > 0;
  const annotations = new Map<string, ComparedAnnotation[]>(
    isNamed
      ? layers.map(({ layerId }) => [layerId, []])
      : Array.from({ length: layerCount }, (_, at) => [String(at), []]),
  );
  for (const { versions } of units)
    for (const [at, holder] of versions.flatMap(({ holders }) => holders).entries())
      annotations.get(holder.layerId ?? String(at))?.push(...holder.annotations.map(annotationOf));
  return [...annotations].map(([layerId, own]) => ({ layerId, annotations: own }));
}

/** What the consensus has, as a reading. */
export function consensusOf(passages: readonly Passage[]): LayerAnnotations {
  const annotations = new Map(
    passages
      .flatMap(outcomeAt)
      .map((annotation) => [annotation.annotationId, annotationOf(annotation)] as const),
  );
  return { layerId: 'consensus', annotations: [...annotations.values()] };
}

/** The versions of a place as readings, in the place’s order: as many rows at every place, so that lines stay where they are. */
export function versionsOf(passage: Passage | null, rows: number): LayerAnnotations[] {
  return Array.from({ length: rows }, (_, at) => ({
    layerId: `version ${at}`,
    annotations: (passage?.versions[at]?.holders[0]?.annotations ?? []).map(annotationOf),
  }));
}

type LaneInput = Pick<AdjudicationWorkspace, 'units' | 'layers' | 'layerCount'>;

/** What is painted of a desk’s readings. */
type LaneLayout = { layers: LayerAnnotations[]; heat: Heat[] };

const hasSameVersions = (one: LaneInput, other: LaneInput): boolean =>
  one.layerCount === other.layerCount &&
  one.layers.length === other.layers.length &&
  one.units.length === other.units.length &&
  one.units.every(({ versions }, at) => versions === other.units[at]?.versions);

/** Lays out readings once for as long as they say the same: what is decided about them changes nothing of it. */
export class LaneIndex {
  private input: LaneInput | null = null;
  private layout: LaneLayout = { layers: [], heat: [] };

  layoutOf(input: LaneInput): LaneLayout {
    if (this.input === null || !hasSameVersions(this.input, input)) {
      const layers = paintedLayersOf(input);
      this.layout = { layers, heat: heatOf(layers) };
    }
    this.input = input;
    return this.layout;
  }
}
