import { compareLayers } from '@/lib/comparison/compare-layers';
import type { ComparedUnit, LayerAnnotations, LayerVersion } from '@/lib/comparison/compared-unit';
import { countDisagreeingPairs, versionKey } from '@/lib/comparison/compared-unit';
import type { Heat } from '@/lib/comparison/heat';
import { heatOf } from '@/lib/comparison/heat';
import type { MatrixCell } from '@/lib/comparison/label-matrix';
import { labelMatrix } from '@/lib/comparison/label-matrix';
import type { Pairing } from '@/lib/comparison/pairing';
import { pairAnnotations } from '@/lib/comparison/pairing';

/** A unit with values that its list and filters need often. */
export type ListedUnit = ComparedUnit & {
  /** The number of pairs of layers that disagree on it. */
  disagreeingPairs: number;
  /** The versions as strings, equal where two layers agree. */
  keys: readonly string[];
  labels: ReadonlySet<string>;
};

/** The result of a comparison of layers. */
export type Compared<One extends LayerAnnotations = LayerAnnotations> = {
  layers: readonly One[];
  units: readonly ListedUnit[];
  heat: readonly Heat[];
  matrix: readonly MatrixCell[];
};

/** The pairings of layers, cached for their lifetime: a layer that is switched on again costs nothing. */
const paired = new WeakMap<LayerAnnotations, WeakMap<LayerAnnotations, Pairing>>();

function pairingOf(one: LayerAnnotations, other: LayerAnnotations): Pairing {
  const known = paired.get(one) ?? new WeakMap<LayerAnnotations, Pairing>();
  paired.set(one, known);
  const pairing = known.get(other) ?? pairAnnotations(one.annotations, other.annotations);
  known.set(other, pairing);
  return pairing;
}

/**
 * Compares layers in steps and awaits `pause` between them, so that the page stays responsive.
 * Rejects where `pause` does.
 */
export async function compare<One extends LayerAnnotations>(
  layers: readonly One[],
  pause: () => Promise<void>,
): Promise<Compared<One>> {
  const pairings = [];
  for (const [first, one] of layers.entries()) {
    for (let second = first + 1; second < layers.length; second++) {
      const other = layers[second];
      if (other !== undefined) pairings.push({ first, second, pairing: pairingOf(one, other) });
    }
    await pause();
  }
  const units = compareLayers(layers, pairings).map((unit) => ({
    ...unit,
    disagreeingPairs: countDisagreeingPairs(unit),
    keys: unit.versions.map(versionKey),
    labels: new Set(
      unit.versions.flatMap(({ annotations }) => annotations.map(({ label }) => label)),
    ),
  }));
  await pause();
  return { layers, units, heat: heatOf(layers), matrix: labelMatrix(units) };
}

/** The layers that have the same version of a unit: the same labels on the same spans. */
type VersionGroup = { versions: LayerVersion[]; labels: string[] };

/** The layers of a unit grouped by version, in their order; those without annotations come last. */
export function versionGroups({
  versions,
  keys,
}: Pick<ListedUnit, 'versions' | 'keys'>): VersionGroup[] {
  const groups = new Map<string, VersionGroup>();
  for (const [at, version] of versions.entries()) {
    const known = groups.get(keys[at] ?? '');
    if (known) known.versions.push(version);
    else
      groups.set(keys[at] ?? '', {
        versions: [version],
        labels: [...new Set(version.annotations.map(({ label }) => label))],
      });
  }
  const isSilent = ({ labels }: VersionGroup) => Number(labels.length === 0);
  return [...groups.values()].sort((one, other) => isSilent(one) - isSilent(other));
}
