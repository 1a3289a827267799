import type { AgainstUnit } from './against-consensus';

type Sides = Pick<AgainstUnit, 'kinds' | 'mine' | 'consensus'>;

const contentsOf = (annotations: Sides['mine']): string[] =>
  annotations
    .map(({ label, attributes }) =>
      JSON.stringify([
        label,
        Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1)),
      ]),
    )
    .sort();

/** Whether both sides of a place say the same, in their attributes too. Notes and confidence are each one’s own. */
export function isAlike({ kinds, mine, consensus }: Sides): boolean {
  if (kinds.length > 0) return false;
  const [own, theirs] = [contentsOf(mine), contentsOf(consensus)];
  return own.every((content, at) => content === theirs[at]);
}
