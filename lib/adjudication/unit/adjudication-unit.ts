import type { DetailedAnnotation } from '@/lib/comparison/compared-layer';
import type { LayerState } from '@/lib/annotation/layer';
import type { Segment } from '@/lib/article/segment';
import { compareLayers } from '@/lib/comparison/compare-layers';
import type { ComparedUnit, ComparedAnnotation } from '@/lib/comparison/compared-unit';
import { disagreementKinds, versionKey } from '@/lib/comparison/compared-unit';
import { inContentOrder, nothing, contentHash } from './content-hash';

/** An annotation in its current version. */
export type SourceAnnotation = DetailedAnnotation & {
  segments: Segment[];
  version: number;
  codebookVersion: number;
};

/** An analyst's layer that is adjudicated. Positions are UTF-16 code units. */
export type SourceLayer = {
  layerId: string;
  authorId: string | null;
  author: string;
  state: LayerState;
  annotations: SourceAnnotation[];
};

/** A relation in an analyst's layer. */
export type SourceRelation = {
  id: string;
  layerId: string;
  type: string;
  from: string;
  to: string;
};

/**
 * Looks up the full annotations of these layers by id, since compared annotations have less. Throws
 * `RangeError` for others.
 */
export function sourceAnnotationLookup(
  layers: readonly SourceLayer[],
): (annotation: ComparedAnnotation) => SourceAnnotation {
  const known = new Map(
    layers.flatMap(({ annotations }) =>
      annotations.map((annotation) => [annotation.id, annotation]),
    ),
  );
  return ({ id }) => {
    const annotation = known.get(id);
    if (annotation === undefined)
      throw new RangeError(`there is no annotation ${id} in these layers`);
    return annotation;
  };
}

/** The kinds of disagreement at a unit: those of comparisons, and differing attributes alone. */
export const unitDisagreementKinds = [...disagreementKinds, 'attributes'] as const;

/** A kind of disagreement at a unit. */
export type UnitDisagreementKind = (typeof unitDisagreementKinds)[number];

/** One layer and its annotations at a unit, in text order. */
type Holder = { layerId: string; annotations: SourceAnnotation[] };

/**
 * What some layers have in common at a unit: the same labels on the same segments with the same
 * attributes.
 */
export type Version = { hash: string; holders: Holder[] };

/** A passage that is decided on as one. */
export type AdjudicationUnit = {
  /** The smallest id of its annotations. */
  id: string;
  start: number;
  end: number;
  /** In the order of `unitDisagreementKinds`; empty where all agree. */
  kinds: UnitDisagreementKind[];
  /** The version with most holders first; of equals the one that starts first. */
  versions: Version[];
  /** The layers that have nothing here. */
  silent: string[];
};

const rangeOf = ({ holders }: Version): [number, number] => {
  const segments = holders[0]?.annotations[0]?.segments ?? [];
  return [segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0];
};

function inVersionOrder(one: Version, other: Version): number {
  const [[start, end], [otherStart, otherEnd]] = [rangeOf(one), rangeOf(other)];
  return (
    other.holders.length - one.holders.length ||
    start - otherStart ||
    end - otherEnd ||
    (one.hash < other.hash ? -1 : 1)
  );
}

function versionsOf(
  { versions: layerVersions }: ComparedUnit,
  sourceOf: ReturnType<typeof sourceAnnotationLookup>,
): Version[] {
  const versions = new Map<string, Version>();
  for (const { layerId, annotations } of layerVersions) {
    if (annotations.length === 0) continue;
    const own = inContentOrder(annotations.map(sourceOf));
    const hash = contentHash(own);
    const version = versions.get(hash) ?? { hash, holders: [] };
    versions.set(hash, version);
    version.holders.push({ layerId, annotations: own });
  }
  for (const { holders } of versions.values())
    holders.sort((one, other) => (one.layerId < other.layerId ? -1 : 1));
  return [...versions.values()].sort(inVersionOrder);
}

/**
 * The units of layers over one text, in text order: every annotation is in exactly one. The order
 * of the layers makes no difference.
 */
export function adjudicationUnits(layers: readonly SourceLayer[]): AdjudicationUnit[] {
  const sourceOf = sourceAnnotationLookup(layers);
  const ordered = layers.toSorted((one, other) => (one.layerId < other.layerId ? -1 : 1));
  return compareLayers(ordered).map((unit): AdjudicationUnit => {
    const versions = versionsOf(unit, sourceOf);
    const distinct = new Set(
      unit.versions
        .filter(({ annotations }) => annotations.length > 0)
        .map((version) => versionKey(version)),
    );
    const kinds: UnitDisagreementKind[] = [...unit.kinds];
    if (versions.length > distinct.size) kinds.push('attributes');
    return {
      id: unit.id,
      start: unit.start,
      end: unit.end,
      kinds,
      versions,
      silent: unit.versions.flatMap(({ layerId, annotations }) =>
        annotations.length === 0 ? [layerId] : [],
      ),
    };
  });
}

/** Every annotation at a unit, with its layer. */
export function annotationsOfUnit({
  versions,
}: AdjudicationUnit): { layerId: string; annotation: SourceAnnotation }[] {
  return versions.flatMap(({ holders }) =>
    holders.flatMap(({ layerId, annotations }) =>
      annotations.map((annotation) => ({ layerId, annotation })),
    ),
  );
}

/**
 * The hashes of all versions at a unit; `nothing` among them where a layer has no annotations
 * there.
 */
export function versionHashesOf({ versions, silent }: AdjudicationUnit): string[] {
  const hashes = versions.map((version) => version.hash);
  return silent.length === 0 ? hashes : [...hashes, nothing];
}
