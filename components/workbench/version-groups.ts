import type { LayerVersion } from '@/lib/comparison/compared-unit';
import type { ListedUnit } from './comparing';

/** Readings that say the same at a unit: the same labels on the same words. */
export type VersionGroup = { versions: LayerVersion[]; labels: string[] };

/** Readings by what they say at a unit, in their order; those that are silent come last, without labels. */
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
