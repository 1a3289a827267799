import type { SettlingKind } from '@/lib/adjudication/unit/settling-unit';
import type { UnitKind } from './comparison-ask';

/** What each kind is called, and what it means. */
export const kindWords: Record<UnitKind | SettlingKind, { name: string; means: string }> = {
  missing: { name: 'Missing', means: 'Somebody marked nothing here.' },
  boundary: { name: 'Boundary', means: 'It begins or ends elsewhere.' },
  label: { name: 'Label', means: 'It is called otherwise.' },
  nesting: { name: 'Nesting', means: 'One marked a whole, another a part of it.' },
  fragmentation: {
    name: 'Fragmentation',
    means: 'One marked in one piece what another marked in several.',
  },
  attributes: { name: 'Attributes', means: 'Its attributes differ.' },
  same: { name: 'All agree', means: 'Everybody marked the same words as the same.' },
};

/** How the readings part at a unit, in words: “Boundary, label”. */
export function unitWords({ kinds }: { kinds: readonly SettlingKind[] }): string {
  if (kinds.length === 0) return kindWords.same.name;
  return kinds
    .map((kind, at) => (at === 0 ? kindWords[kind].name : kindWords[kind].name.toLowerCase()))
    .join(', ');
}

/** At how many of the pairs of so many readings a unit parts: “2 of 3 pairs part”. */
export function partingWords(parting: number, readings: number): string {
  const pairs = (readings * (readings - 1)) / 2;
  if (pairs === 1) return parting === 0 ? 'The two agree' : 'The two part';
  return parting === 0 ? `All ${pairs} pairs agree` : `${parting} of ${pairs} pairs part`;
}
