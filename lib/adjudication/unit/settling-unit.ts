import { compareReadings } from '@/lib/agreement/comparison/compare-readings';
import type { ComparedUnit } from '@/lib/agreement/comparison/compared-unit';
import { disagreementKinds } from '@/lib/agreement/comparison/compared-unit';
import { standKey } from '@/lib/agreement/comparison/stand-key';
import { inSaidOrder, nothing, saidBy } from './said';
import type { SourceMark, SourceReading } from './source-reading';
import { sourceMarks } from './source-reading';

/** How readings can part at a unit that is settled: as they are compared, and in attributes alone. */
export const settlingKinds = [...disagreementKinds, 'attributes'] as const;

/** How readings part at a unit. */
export type SettlingKind = (typeof settlingKinds)[number];

/** One layer and its marks at a unit, in text order. */
export type Holder = { layerId: string; marks: SourceMark[] };

/** What some layers say alike at a unit: the same labels on the same segments with the same attributes. */
export type Version = { said: string; holders: Holder[] };

/** A place that is settled as one. */
export type SettlingUnit = {
  /** The smallest id of its marks. */
  id: string;
  start: number;
  end: number;
  /** In the order of `settlingKinds`; empty where all say the same. */
  kinds: SettlingKind[];
  /** The one that most hold first; of those that as many hold the one that begins first. */
  versions: Version[];
  /** The layers that have nothing here. */
  silent: string[];
};

const placeOf = ({ holders }: Version): [number, number] => {
  const segments = holders[0]?.marks[0]?.segments ?? [];
  return [segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0];
};

function inVersionOrder(one: Version, other: Version): number {
  const [[start, end], [otherStart, otherEnd]] = [placeOf(one), placeOf(other)];
  return (
    other.holders.length - one.holders.length ||
    start - otherStart ||
    end - otherEnd ||
    (one.said < other.said ? -1 : 1)
  );
}

function versionsOf({ stands }: ComparedUnit, sourceOf: ReturnType<typeof sourceMarks>): Version[] {
  const versions = new Map<string, Version>();
  for (const { layerId, marks } of stands) {
    if (marks.length === 0) continue;
    const own = inSaidOrder(marks.map(sourceOf));
    const said = saidBy(own);
    const version = versions.get(said) ?? { said, holders: [] };
    versions.set(said, version);
    version.holders.push({ layerId, marks: own });
  }
  for (const { holders } of versions.values())
    holders.sort((one, other) => (one.layerId < other.layerId ? -1 : 1));
  return [...versions.values()].sort(inVersionOrder);
}

/**
 * The units of readings of one text, in text order: every mark is in exactly one. In which order the
 * readings come makes no difference.
 */
export function settlingUnits(readings: readonly SourceReading[]): SettlingUnit[] {
  const sourceOf = sourceMarks(readings);
  const ordered = readings.toSorted((one, other) => (one.layerId < other.layerId ? -1 : 1));
  return compareReadings(ordered).map((unit): SettlingUnit => {
    const versions = versionsOf(unit, sourceOf);
    const stands = new Set(
      unit.stands.filter(({ marks }) => marks.length > 0).map((stand) => standKey(stand)),
    );
    const kinds: SettlingKind[] = [...unit.kinds];
    if (versions.length > stands.size) kinds.push('attributes');
    return {
      id: unit.id,
      start: unit.start,
      end: unit.end,
      kinds,
      versions,
      silent: unit.stands.flatMap(({ layerId, marks }) => (marks.length === 0 ? [layerId] : [])),
    };
  });
}

/** Every mark at a unit, with the layer that it is in. */
export function marksOf({ versions }: SettlingUnit): { layerId: string; mark: SourceMark }[] {
  return versions.flatMap(({ holders }) =>
    holders.flatMap(({ layerId, marks }) => marks.map((mark) => ({ layerId, mark }))),
  );
}

/** All that is said at a unit, silence too. */
export function saidAt({ versions, silent }: SettlingUnit): string[] {
  const said = versions.map((version) => version.said);
  return silent.length === 0 ? said : [...said, nothing];
}
