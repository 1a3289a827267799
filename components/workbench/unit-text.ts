import type { UnitDisagreementKind } from '@/lib/adjudication/unit/adjudication-unit';
import type { UnitKind } from './comparison-page-query';

/** What each kind is called, and what it means. */
export const kindText: Record<UnitKind | UnitDisagreementKind, { name: string; means: string }> = {
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
export function formatKinds({ kinds }: { kinds: readonly UnitDisagreementKind[] }): string {
  if (kinds.length === 0) return kindText.same.name;
  return kinds
    .map((kind, at) => (at === 0 ? kindText[kind].name : kindText[kind].name.toLowerCase()))
    .join(', ');
}

/** At how many of the pairs of so many readings a unit parts: “2 of 3 pairs part”. */
export function disagreementMessage(disagreeingPairs: number, layerCount: number): string {
  const pairs = (layerCount * (layerCount - 1)) / 2;
  if (pairs === 1) return disagreeingPairs === 0 ? 'The two agree' : 'The two part';
  return disagreeingPairs === 0
    ? `All ${pairs} pairs agree`
    : `${disagreeingPairs} of ${pairs} pairs part`;
}
