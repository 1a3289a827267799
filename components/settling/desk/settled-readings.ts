import type { Mark, Reading } from '@/lib/agreement/comparison/mark';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import type { DeskMark, Place } from './place';
import { outcomeAt } from './place';

const markOf = ({ annotationId, label, segments }: DeskMark): Mark => ({
  id: annotationId,
  label,
  segments,
});

/** The most versions of a chosen place that get a row each where readings have none. */
export const mostVersions = 4;

/** Readings as they are painted: of each layer. Of anonymous ones the first at each place, the second, and so on, whoever they are. */
export function readingsOf({
  units,
  layers,
  readings,
}: Pick<SettlingDesk, 'units' | 'layers' | 'readings'>): Reading[] {
  const isNamed = layers.length > 0;
  const marks = new Map<string, Mark[]>(
    isNamed
      ? layers.map(({ layerId }) => [layerId, []])
      : Array.from({ length: readings }, (_, at) => [String(at), []]),
  );
  for (const { versions } of units)
    for (const [at, holder] of versions.flatMap(({ holders }) => holders).entries())
      marks.get(holder.layerId ?? String(at))?.push(...holder.marks.map(markOf));
  return [...marks].map(([layerId, own]) => ({ layerId, marks: own }));
}

/** What the consensus has, as a reading. */
export function consensusOf(places: readonly Place[]): Reading {
  const marks = new Map(
    places.flatMap(outcomeAt).map((mark) => [mark.annotationId, markOf(mark)] as const),
  );
  return { layerId: 'consensus', marks: [...marks.values()] };
}

/** The versions of a place as readings, in the place’s order: as many rows at every place, so that lines stay where they are. */
export function versionsOf(place: Place | null, rows: number): Reading[] {
  return Array.from({ length: rows }, (_, at) => ({
    layerId: `version ${at}`,
    marks: (place?.versions[at]?.holders[0]?.marks ?? []).map(markOf),
  }));
}
