import type { Role } from '@/lib/access/permission';
import { roles } from '@/lib/access/permission';
import { describe, expect, test } from '@jest/globals';
import type { LayerKind, LayerState } from '@/lib/annotation/layer';
import { layerStates } from '@/lib/annotation/layer';
import type { LayerViewer } from '@/lib/annotation/visibility';
import { seesOthers } from '@/lib/annotation/visibility';
import type {
  ThreadOrigin,
  Participant,
  StoredComment,
  StoredThread,
} from '@/lib/discussion/thread-visibility';
import {
  maySeeContributions,
  maySeePassage,
  showsTo,
  threadAsSeen,
  threadIn,
} from '@/lib/discussion/thread-visibility';
import type { BlindPolicy } from '@/lib/project/project';
import { blindPolicies } from '@/lib/project/project';
import { positionIndex } from '@/lib/article/code-points';

const myId = 'me';
type Own = LayerState | 'none';
type Place = 'my layer' | 'their layer' | 'consensus' | 'my passage' | 'their passage';

const layer = (kind: LayerKind, authorId: string | null): ThreadOrigin => ({
  layer: { kind, authorId, state: 'submitted' },
  startedById: 'them',
});
const places: Record<Place, ThreadOrigin> = {
  'my layer': layer('analyst', myId),
  'their layer': layer('analyst', 'them'),
  consensus: layer('consensus', null),
  'my passage': { layer: null, startedById: myId },
  'their passage': { layer: null, startedById: 'them' },
};

// For each place: is the thread visible, and are contributions of the viewer, a colleague, a manager, a former member?
type Row = [Role, BlindPolicy, Own, Place, boolean, [boolean, boolean, boolean, boolean]];
const all = [true, true, true, true] as Row[5];
const none = [false, false, false, false] as Row[5];
const onlyMe = [true, false, false, false] as Row[5];
const meAndManagers = [true, false, true, false] as Row[5];

function rowsFor(role: Role, blind: BlindPolicy, own: Own, seen: [Place, boolean, Row[5]][]) {
  return seen.map(([place, sees, seesContributions]): Row => [
    role,
    blind,
    own,
    place,
    sees,
    seesContributions,
  ]);
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

describe('who may see a thread, and whose contributions', () => {
  test.each(table)(
    '%s, %s, own layer %s, on %s',
    (role, blind, ownState, place, sees, seesContributions) => {
      const who = { userId: myId, role, blind, ownState, discussion: 'none' as const };
      const origin = places[place];
      expect(maySeePassage(who, origin)).toBe(sees);
      const contributions = [
        { id: myId, role },
        { id: 'colleague', role: 'analyst' as const },
        { id: 'boss', role: 'manager' as const },
        { id: 'gone', role: null },
      ].map((speaker) => maySeeContributions(who, origin, speaker));
      expect(contributions).toEqual(seesContributions);
    },
  );

  test('the table has every case', () => {
    const names = Object.keys(places).length;
    expect(table).toHaveLength(roles.length * blindPolicies.length * owns.length * names);
    expect(new Set(table.map((row) => row.slice(0, 4).join())).size).toBe(table.length);
  });

  test('nobody sees contributions of a colleague whose layer is hidden', () => {
    for (const [role, blind, ownState, place] of table) {
      const who = { userId: myId, role, blind, ownState, discussion: 'none' as const };
      const colleague = { id: 'colleague', role: 'analyst' as const };
      if (!seesOthers(who)) expect(maySeeContributions(who, places[place], colleague)).toBe(false);
    }
  });

  test.each([
    ['open', true],
    ['over', false],
  ] as const)(
    'in a closed project, its round %s: a colleague’s contributions are visible: %s',
    (discussion, isVisible) => {
      const own = { ownState: 'open', discussion } as const;
      const who = { userId: myId, role: 'analyst', blind: 'closed', ...own } as const;
      const colleague = { id: 'colleague', role: 'analyst' as const };
      expect(maySeeContributions(who, places['my layer'], colleague)).toBe(isVisible);
      expect(maySeeContributions(who, places['their passage'], colleague)).toBe(isVisible);
    },
  );

  test('an owner counts as a manager, a viewer as a colleague', () => {
    const own = { ownState: 'submitted', discussion: 'none' } as const;
    const who = { userId: myId, role: 'analyst', blind: 'closed', ...own } as const;
    const seesContributions = (role: Role) =>
      maySeeContributions(who, places['my layer'], { id: 'x', role });
    expect(roles.filter(seesContributions)).toEqual(['owner', 'manager']);
  });
});

const me: Participant = { id: 'me', name: 'Me', role: 'analyst' };
const colleague: Participant = { id: 'ada', name: 'Ada', role: 'analyst' };
const manager: Participant = { id: 'max', name: 'Max', role: 'manager' };

const comment = (id: string, author: Participant, at: string): StoredComment => ({
  id,
  author,
  body: `I am ${id}`,
  mentions: [],
  version: 1,
  createdAt: at,
  updatedAt: at,
});

const thread = (comments: StoredComment[], chosen: Partial<StoredThread> = {}): StoredThread => ({
  id: 't',
  articleId: 'a',
  revisionId: 'r',
  revision: 1,
  annotationId: 'n',
  segments: [{ start: 0, end: 3 }],
  quote: 'The',
  prefix: '',
  suffix: ' end',
  layer: { kind: 'analyst', authorId: 'me', state: 'submitted' },
  startedById: 'ada',
  resolved: null,
  comments,
  ...chosen,
});

const who = (
  ownState: LayerViewer['ownState'],
  blind: LayerViewer['blind'] = 'closed',
): LayerViewer => ({
  userId: 'me',
  role: 'analyst',
  blind,
  ownState,
  discussion: 'none',
});
const ids = (viewer: LayerViewer, stored: StoredThread) =>
  threadAsSeen(viewer, stored)?.comments.map(({ id }) => id) ?? null;

const twoComments = thread([
  comment('1', colleague, '2026-01-01'),
  comment('2', manager, '2026-01-03'),
]);
const withMine = thread([...twoComments.comments, comment('3', me, '2026-01-02')]);

test.each([
  ['open', 'none', ['1', '2']],
  ['after-submit', 'open', null],
  ['after-submit', 'submitted', ['1', '2']],
  ['closed', 'open', null],
  ['closed', 'submitted', ['2']],
] as const)('%s, own layer %s: %j', (blind, own, expected) => {
  expect(ids(who(own, blind), twoComments)).toEqual(expected);
});

test('a thread without visible comments is absent; an own comment is visible', () => {
  expect(threadAsSeen(who('open'), thread([]))).toBeNull();
  expect(ids(who('open'), twoComments)).toBeNull();
  expect(ids(who('open'), withMine)).toEqual(['3']);
  const elsewhere = thread(withMine.comments, {
    layer: { kind: 'analyst', authorId: 'ada', state: 'submitted' },
  });
  expect(ids(who('open'), elsewhere)).toBeNull();
});

test('times and resolution are those of visible contributions', () => {
  const resolved = { by: colleague, at: '2026-01-09' };
  const seen = (own: LayerViewer['ownState'], blind: LayerViewer['blind'], by = resolved.by) =>
    threadAsSeen(who(own, blind), { ...withMine, resolved: { ...resolved, by } });
  expect(seen('open', 'closed')).toMatchObject({
    state: 'open',
    resolvedAt: null,
    resolvedBy: null,
    createdAt: '2026-01-02',
    updatedAt: '2026-01-02',
  });
  expect(seen('open', 'open')).toMatchObject({
    state: 'resolved',
    resolvedAt: '2026-01-09',
    resolvedBy: { id: 'ada', name: 'Ada' },
    createdAt: '2026-01-01',
    updatedAt: '2026-01-09',
  });
  expect(seen('submitted', 'closed')).toMatchObject({ state: 'open', updatedAt: '2026-01-03' });
  expect(seen('submitted', 'closed', manager)).toMatchObject({ state: 'resolved' });
});

test('the view has only its fields: no roles, and not who started it', () => {
  const json = JSON.stringify(threadAsSeen(who('submitted'), withMine));
  expect(json).not.toMatch(/role|startedBy|layer|ada/i);
});

test('a change shows only to those who may see it', () => {
  const more = thread([...withMine.comments, comment('4', colleague, '2026-02-01')]);
  expect(showsTo(who('open'), withMine, more)).toBe(false);
  expect(showsTo(who('open', 'open'), withMine, more)).toBe(true);
  expect(showsTo(who('open'), null, twoComments)).toBe(false);
  expect(showsTo(who('submitted'), null, twoComments)).toBe(true);
  expect(showsTo(who('open'), withMine, withMine)).toBe(false);
});

test('positions are in the named unit, and the revision is its number', () => {
  const seen = {
    id: 't',
    articleId: 'a',
    revisionId: 'r',
    revision: 1,
    annotationId: null,
    quote: 'two',
    prefix: '',
    suffix: '',
    state: 'open' as const,
    resolvedAt: null,
    resolvedBy: null,
    createdAt: '',
    updatedAt: '',
    comments: [],
    segments: [{ start: 3, end: 6 }],
  };
  const view = threadIn(positionIndex('😀 two', 'code-point'), seen);
  expect(view).toMatchObject({ segments: [{ start: 2, end: 5 }], offsetUnit: 'code-point' });
  expect(view).not.toHaveProperty('revisionId');
});
