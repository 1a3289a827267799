import type { ComparedAnnotation, LayerAnnotations } from '@/lib/comparison/compared-unit';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
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

/** The maximum of rows for the versions of a chosen passage where analysts are not named. */
export const maxVersionRows = 4;

/**
 * The layers to paint. Without names, layer n has the n-th version holder of each passage, whoever
 * that is.
 */
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

/** The consensus as a layer. */
export function consensusOf(passages: readonly Passage[]): LayerAnnotations {
  const annotations = new Map(
    passages
      .flatMap(outcomeAt)
      .map((annotation) => [annotation.annotationId, annotationOf(annotation)] as const),
  );
  return { layerId: 'consensus', annotations: [...annotations.values()] };
}

/**
 * The versions of a passage as layers, in the passage's order: the same number of rows at every
 * passage, so that lines do not jump.
 */
export function versionsOf(passage: Passage | null, rows: number): LayerAnnotations[] {
  return Array.from({ length: rows }, (_, at) => ({
    layerId: `version ${at}`,
    annotations: (passage?.versions[at]?.holders[0]?.annotations ?? []).map(annotationOf),
  }));
}

type LaneInput = Pick<AdjudicationWorkspace, 'units' | 'layers' | 'layerCount'>;

/** The painted layers of a workspace. */
type LaneLayout = { layers: LayerAnnotations[]; heat: Heat[] };

const hasSameVersions = (one: LaneInput, other: LaneInput): boolean =>
  one.layerCount === other.layerCount &&
  one.layers.length === other.layers.length &&
  one.units.length === other.units.length &&
  one.units.every(({ versions }, at) => versions === other.units[at]?.versions);

/**
 * Computes the painted layers once for as long as versions stay the same: decisions do not change
 * them.
 */
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
