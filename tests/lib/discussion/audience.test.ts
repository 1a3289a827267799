import { describe, expect, test } from '@jest/globals';
import type { Role } from '@/lib/access/role';
import { roles } from '@/lib/access/role';
import type { LayerKind, LayerState } from '@/lib/annotation/layer';
import { layerStates } from '@/lib/annotation/layer';
import { seesOthers } from '@/lib/annotation/visibility';
import type { ThreadOrigin } from '@/lib/discussion/audience';
import { maySeeContributions, maySeePassage } from '@/lib/discussion/audience';
import type { BlindPolicy } from '@/lib/project/project';
import { blindPolicies } from '@/lib/project/project';

const me = 'me';
type Own = LayerState | 'none';
type Place = 'my layer' | 'their layer' | 'consensus' | 'my passage' | 'their passage';

const layer = (kind: LayerKind, authorId: string | null): ThreadOrigin => ({
  layer: { kind, authorId, state: 'submitted' },
  startedById: 'them',
});
const places: Record<Place, ThreadOrigin> = {
  'my layer': layer('analyst', me),
  'their layer': layer('analyst', 'them'),
  consensus: layer('consensus', null),
  'my passage': { layer: null, startedById: me },
  'their passage': { layer: null, startedById: 'them' },
};

// For each place: may I know of it; and do I hear myself, a colleague, a manager, one who has left?
type Row = [Role, BlindPolicy, Own, Place, boolean, [boolean, boolean, boolean, boolean]];
const all = [true, true, true, true] as Row[5];
const none = [false, false, false, false] as Row[5];
const onlyMe = [true, false, false, false] as Row[5];
const meAndManagers = [true, false, true, false] as Row[5];

function rowsFor(role: Role, blind: BlindPolicy, own: Own, seen: [Place, boolean, Row[5]][]) {
  return seen.map(([place, sees, hears]): Row => [role, blind, own, place, sees, hears]);
}

const open: [Place, boolean, Row[5]][] = [
  ['my layer', true, all],
  ['their layer', true, all],
  ['consensus', true, all],
  ['my passage', true, all],
  ['their passage', true, all],
];
const shut: typeof open = [
  ['my layer', true, onlyMe],
  ['their layer', false, none],
  ['consensus', false, none],
  ['my passage', true, onlyMe],
  ['their passage', false, none],
];
const shutButConsensus: typeof open = shut.map((row) =>
  row[0] === 'consensus' ? ['consensus', true, onlyMe] : row,
);
const closedSubmitted: typeof open = shutButConsensus.map((row) =>
  row[0] === 'my layer' ? ['my layer', true, meAndManagers] : row,
);

const owns: Own[] = ['none', ...layerStates];
const table: Row[] = [
  ...(['owner', 'manager'] as const).flatMap((role) =>
    blindPolicies.flatMap((blind) => owns.flatMap((own) => rowsFor(role, blind, own, open))),
  ),
  ...(['analyst', 'viewer'] as const).flatMap((role) =>
    owns.flatMap((own) => rowsFor(role, 'open', own, open)),
  ),
  ...rowsFor('analyst', 'after-submit', 'none', shut),
  ...rowsFor('analyst', 'after-submit', 'open', shut),
  ...rowsFor('analyst', 'after-submit', 'submitted', open),
  ...rowsFor('analyst', 'closed', 'none', shut),
  ...rowsFor('analyst', 'closed', 'open', shut),
  ...rowsFor('analyst', 'closed', 'submitted', closedSubmitted),
  // A viewer may have been an analyst, so they may have a layer.
  ...rowsFor('viewer', 'after-submit', 'none', shutButConsensus),
  ...rowsFor('viewer', 'after-submit', 'open', shutButConsensus),
  ...rowsFor('viewer', 'after-submit', 'submitted', open),
  ...rowsFor('viewer', 'closed', 'none', shutButConsensus),
  ...rowsFor('viewer', 'closed', 'open', shutButConsensus),
  ...rowsFor('viewer', 'closed', 'submitted', closedSubmitted),
];

describe('who knows of a thread, and whom they hear in it', () => {
  test.each(table)('%s, %s, own layer %s, on %s', (role, blind, ownState, place, sees, hears) => {
    const who = { userId: me, role, blind, ownState, discussion: 'none' as const };
    const origin = places[place];
    expect(maySeePassage(who, origin)).toBe(sees);
    const contributions = [
      { id: me, role },
      { id: 'colleague', role: 'analyst' as const },
      { id: 'boss', role: 'manager' as const },
      { id: 'gone', role: null },
    ].map((speaker) => maySeeContributions(who, origin, speaker));
    expect(contributions).toEqual(hears);
  });

  test('the table has every case', () => {
    const names = Object.keys(places).length;
    expect(table).toHaveLength(roles.length * blindPolicies.length * owns.length * names);
    expect(new Set(table.map((row) => row.slice(0, 4).join())).size).toBe(table.length);
  });

  test('nobody hears a colleague of whom they may see no layer', () => {
    for (const [role, blind, ownState, place] of table) {
      const who = { userId: me, role, blind, ownState, discussion: 'none' as const };
      const colleague = { id: 'colleague', role: 'analyst' as const };
      if (!seesOthers(who)) expect(maySeeContributions(who, places[place], colleague)).toBe(false);
    }
  });

  test.each([
    ['open', true],
    ['over', false],
  ] as const)(
    'in a closed project, its round %s: a colleague is heard: %s',
    (discussion, isVisible) => {
      const own = { ownState: 'open', discussion } as const;
      const who = { userId: me, role: 'analyst', blind: 'closed', ...own } as const;
      const colleague = { id: 'colleague', role: 'analyst' as const };
      expect(maySeeContributions(who, places['my layer'], colleague)).toBe(isVisible);
      expect(maySeeContributions(who, places['their passage'], colleague)).toBe(isVisible);
    },
  );

  test('an owner speaks as a manager does, a viewer as a colleague', () => {
    const own = { ownState: 'submitted', discussion: 'none' } as const;
    const who = { userId: me, role: 'analyst', blind: 'closed', ...own } as const;
    const hears = (role: Role) => maySeeContributions(who, places['my layer'], { id: 'x', role });
    expect(roles.filter(hears)).toEqual(['owner', 'manager']);
  });
});
