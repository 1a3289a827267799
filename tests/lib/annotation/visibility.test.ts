import type { Role } from '@/lib/access/permission';
import { roles } from '@/lib/access/permission';
import { describe, expect, test } from '@jest/globals';
import type { LayerKind, LayerState } from '@/lib/annotation/layer';
import { layerKinds, layerStates } from '@/lib/annotation/layer';
import type { LayerViewer, OwnDiscussion } from '@/lib/annotation/visibility';
import {
  discussionOf,
  hidesSource,
  maySeeLayer,
  mayReopen,
  policyOver,
  seesOthers,
} from '@/lib/annotation/visibility';
import type { BlindPolicy } from '@/lib/project/project';
import { blindPolicies } from '@/lib/project/project';

const me = 'me';
const them = 'them';
type Own = LayerState | 'none';

const sees = (
  who: Pick<LayerViewer, 'role' | 'blind' | 'ownState'> & { discussion?: OwnDiscussion },
  kind: LayerKind,
  authorId = them,
  state: LayerState = 'submitted',
) =>
  maySeeLayer(
    { userId: me, discussion: 'none', ...who },
    { kind, authorId: kind === 'analyst' ? authorId : null, state },
  );

describe('maySeeLayer', () => {
  test.each([
    ['viewer', 'open', 'none', true, true],
    ['viewer', 'after-submit', 'none', false, true],
    ['viewer', 'closed', 'none', false, true],
    ['analyst', 'open', 'none', true, true],
    ['analyst', 'open', 'open', true, true],
    ['analyst', 'open', 'submitted', true, true],
    ['analyst', 'after-submit', 'none', false, false],
    ['analyst', 'after-submit', 'open', false, false],
    ['analyst', 'after-submit', 'submitted', true, true],
    ['analyst', 'closed', 'none', false, false],
    ['analyst', 'closed', 'open', false, false],
    ['analyst', 'closed', 'submitted', false, true],
    ['manager', 'open', 'none', true, true],
    ['manager', 'after-submit', 'open', true, true],
    ['manager', 'closed', 'none', true, true],
    ['owner', 'closed', 'open', true, true],
  ] as [Role, BlindPolicy, Own, boolean, boolean][])(
    '%s, %s, own layer %s: others’ %s, consensus %s',
    (role, blind, own, others, consensus) => {
      const who = { role, blind, ownState: own };
      expect(sees(who, 'analyst')).toBe(others);
      expect(sees(who, 'suggestion')).toBe(others);
      expect(sees(who, 'consensus')).toBe(consensus);
      expect(seesOthers({ ...who, discussion: 'none' })).toBe(others);
    },
  );

  test('one’s own layer is always seen, and a layer without author is nobody’s own', () => {
    for (const role of roles)
      for (const blind of blindPolicies)
        expect(sees({ role, blind, ownState: 'open' }, 'analyst', me)).toBe(true);
    for (const kind of layerKinds.filter((known) => known !== 'consensus'))
      expect(sees({ role: 'analyst', blind: 'closed', ownState: 'open' }, kind)).toBe(false);
  });

  test.each([
    // A round that is open shows everything to those whose layer is in it, revised or not.
    ['analyst', 'open', 'open', 'open', true, true],
    ['analyst', 'after-submit', 'open', 'open', true, true],
    ['analyst', 'after-submit', 'submitted', 'open', true, true],
    ['analyst', 'closed', 'open', 'open', true, true],
    ['analyst', 'closed', 'submitted', 'open', true, true],
    // Once it is over, a layer that a manager opens again is still as good as submitted, but not where nothing opens.
    ['analyst', 'after-submit', 'open', 'over', true, true],
    ['analyst', 'after-submit', 'submitted', 'over', true, true],
    ['analyst', 'closed', 'open', 'over', false, false],
    ['analyst', 'closed', 'submitted', 'over', false, true],
    // Who has become a viewer meanwhile takes part no more.
    ['viewer', 'closed', 'submitted', 'open', false, true],
    ['viewer', 'after-submit', 'open', 'over', false, true],
    ['manager', 'closed', 'open', 'over', true, true],
  ] as [Role, BlindPolicy, LayerState, OwnDiscussion, boolean, boolean][])(
    '%s, %s, own layer %s, its round %s: others’ %s, consensus %s',
    (role, blind, ownState, discussion, others, consensus) => {
      const who = { role, blind, ownState, discussion };
      expect(sees(who, 'analyst')).toBe(others);
      expect(sees(who, 'suggestion')).toBe(others);
      expect(sees(who, 'consensus')).toBe(consensus);
      expect(seesOthers(who)).toBe(others);
    },
  );

  test('a round takes nothing away', () => {
    for (const role of roles)
      for (const blind of blindPolicies)
        for (const ownState of layerStates)
          for (const discussion of ['open', 'over'] as const) {
            const before = seesOthers({ role, blind, ownState, discussion: 'none' });
            expect(seesOthers({ role, blind, ownState, discussion }) || !before).toBe(true);
          }
  });
});

test.each<[BlindPolicy, BlindPolicy]>([
  ['open', 'after-submit'],
  ['after-submit', 'after-submit'],
  ['closed', 'closed'],
])('the policy %s is %s over an article that analysts are measured by', (blind, over) => {
  expect(policyOver(blind, true)).toBe(over);
  expect(policyOver(blind, false)).toBe(blind);
});

describe('mayReopen', () => {
  test.each([
    ['owner', 'after-submit', true, 'none', true],
    ['manager', 'closed', true, 'none', true],
    ['analyst', 'open', false, 'none', true],
    ['analyst', 'open', true, 'none', false],
    ['analyst', 'after-submit', false, 'none', false],
    ['analyst', 'closed', false, 'none', false],
    ['viewer', 'open', false, 'none', false],
    ['analyst', 'closed', true, 'open', true],
    ['analyst', 'after-submit', false, 'open', true],
    ['analyst', 'after-submit', false, 'over', false],
    ['analyst', 'closed', false, 'over', false],
    ['viewer', 'closed', false, 'open', false],
  ] as [Role, BlindPolicy, boolean, OwnDiscussion, boolean][])(
    '%s, %s, source hidden %s, own round %s: %s',
    (role, blind, hideSource, discussion, expected) => {
      expect(mayReopen(role, { blind, hideSource, discussion })).toBe(expected);
    },
  );
});

describe('hidesSource', () => {
  test.each([
    ['analyst', true, 'none', true],
    ['analyst', true, 'open', true],
    ['analyst', true, 'submitted', false],
    ['analyst', false, 'none', false],
    ['viewer', true, 'none', true],
    ['manager', true, 'none', false],
  ] as [Role, boolean, Own, boolean][])(
    '%s, project hides %s, own layer %s: %s',
    (role, hideSource, ownState, expected) => {
      expect(hidesSource({ role, hideSource, ownState })).toBe(expected);
    },
  );
});

test.each([
  [null, 'none'],
  [true, 'open'],
  [false, 'over'],
] as const)('of a layer of which a store says %s the round is %s', (isInRound, expected) => {
  expect(discussionOf(isInRound)).toBe(expected);
});

test('while it is being adjudicated, the consensus of a closed project is open to managers alone', () => {
  const open = (role: LayerViewer['role'], blind: BlindPolicy) =>
    sees({ role, blind, ownState: 'submitted' }, 'consensus', them, 'open');
  expect(roles.map((role) => [role, open(role, 'closed')])).toEqual([
    ['owner', true],
    ['manager', true],
    ['analyst', false],
    ['viewer', false],
  ]);
  expect(roles.map((role) => open(role, 'after-submit'))).toEqual([true, true, true, true]);
});
