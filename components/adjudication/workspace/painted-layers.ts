import type { ComparedAnnotation, LayerAnnotations } from '@/lib/comparison/compared-annotation';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
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
