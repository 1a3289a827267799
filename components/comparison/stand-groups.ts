import type { Stand } from '@/lib/agreement/comparison/compared-unit';
import type { ListedUnit } from './comparing';

/** Readings that say the same at a unit: the same labels on the same words. */
export type StandGroup = { stands: Stand[]; labels: string[] };

/** Readings by what they say at a unit, in their order; those that are silent come last, without labels. */
export function standGroups({ stands, keys }: Pick<ListedUnit, 'stands' | 'keys'>): StandGroup[] {
  const groups = new Map<string, StandGroup>();
  for (const [at, stand] of stands.entries()) {
    const known = groups.get(keys[at] ?? '');
    if (known) known.stands.push(stand);
    else
      groups.set(keys[at] ?? '', {
        stands: [stand],
        labels: [...new Set(stand.marks.map(({ label }) => label))],
      });
  }
  const isSilent = ({ labels }: StandGroup) => Number(labels.length === 0);
  return [...groups.values()].sort((one, other) => isSilent(one) - isSilent(other));
}
