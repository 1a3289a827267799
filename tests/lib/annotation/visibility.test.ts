import { describe, expect, test } from '@jest/globals';
import type { Role } from '@/lib/access/role';
import { roles } from '@/lib/access/role';
import type { LayerKind, LayerState } from '@/lib/annotation/layer';
import { layerKinds } from '@/lib/annotation/layer';
import {
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

const sees = (role: Role, blind: BlindPolicy, ownState: Own, kind: LayerKind, authorId = them) =>
  maySeeLayer(
    { userId: me, role, blind, ownState },
    { kind, authorId: kind === 'analyst' ? authorId : null },
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
      expect(sees(role, blind, own, 'analyst')).toBe(others);
      expect(sees(role, blind, own, 'suggestion')).toBe(others);
      expect(sees(role, blind, own, 'consensus')).toBe(consensus);
      expect(seesOthers({ role, blind, ownState: own })).toBe(others);
    },
  );

  test('one’s own layer is always seen, and a layer without author is nobody’s own', () => {
    for (const role of roles)
      for (const blind of blindPolicies)
        expect(sees(role, blind, 'open', 'analyst', me)).toBe(true);
    for (const kind of layerKinds.filter((known) => known !== 'consensus'))
      expect(sees('analyst', 'closed', 'open', kind)).toBe(false);
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
    ['owner', 'after-submit', true, true],
    ['manager', 'closed', true, true],
    ['analyst', 'open', false, true],
    ['analyst', 'open', true, false],
    ['analyst', 'after-submit', false, false],
    ['analyst', 'closed', false, false],
    ['viewer', 'open', false, false],
  ] as [Role, BlindPolicy, boolean, boolean][])(
    '%s, %s, source hidden %s: %s',
    (role, blind, hideSource, expected) => {
      expect(mayReopen(role, { blind, hideSource })).toBe(expected);
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
