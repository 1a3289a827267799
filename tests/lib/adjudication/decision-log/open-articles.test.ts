import { roles } from '@/lib/access/permission';
import { describe, expect, test } from '@jest/globals';
import type { AccessState } from '@/lib/adjudication/decision-log/open-articles';
import { openArticles, accessKey } from '@/lib/adjudication/decision-log/open-articles';
import { layerStates } from '@/lib/annotation/layer';
import { hidesSource, maySeeLayer, policyOver, seesOthers } from '@/lib/annotation/visibility';
import { blindPolicies } from '@/lib/project/project';

const who = { userId: 'ada', hideSource: true } as const;

test('gives a key for a state', () => {
  const fresh = { ownState: 'none', discussion: 'none', isCalibration: false } as const;
  expect(accessKey({ ...fresh, consensusState: 'open' })).toBe('none none plain open');
  const over = { ownState: 'submitted', discussion: 'over', isCalibration: true } as const;
  expect(accessKey({ ...over, consensusState: 'submitted' })).toBe(
    'submitted over measures submitted',
  );
});

test.each([
  ['manager', 'closed', 'none none plain open', true],
  ['viewer', 'closed', 'none none plain open', false],
  ['viewer', 'closed', 'none none plain submitted', true],
  ['viewer', 'after-submit', 'none none plain open', true],
  ['analyst', 'closed', 'none none plain submitted', false],
  ['analyst', 'closed', 'submitted none plain submitted', true],
  ['analyst', 'closed', 'submitted none plain open', false],
  ['analyst', 'closed', 'open open plain open', true],
  ['analyst', 'after-submit', 'open none plain open', false],
  ['analyst', 'after-submit', 'open over plain open', true],
  ['analyst', 'open', 'none none plain open', true],
  ['analyst', 'open', 'none none measures submitted', false],
] as const)('%s of a project that is %s, standing %s: %s', (role, blind, key, isOpen) => {
  expect(openArticles({ ...who, role, blind }).consensus.includes(key)).toBe(isOpen);
});

const accessCases = roles.flatMap((role) =>
  blindPolicies.flatMap((blind) =>
    (['none', 'open', 'submitted'] as const).flatMap((ownState) =>
      (['none', 'open', 'over'] as const).flatMap((discussion) =>
        [false, true].flatMap((isCalibration) =>
          layerStates.map((consensusState) => {
            const accessState = { ownState, discussion, isCalibration, consensusState };
            return [role, blind, accessState] as const;
          }),
        ),
      ),
    ),
  ),
);

describe('agrees with the rules of the article', () => {
  test.each(accessCases)('%s, %s, %j', (role, blind, accessState: AccessState) => {
    const { whole, consensus, own, sources } = openArticles({ ...who, role, blind });
    const viewer = {
      ...who,
      role,
      blind: policyOver(blind, accessState.isCalibration),
      ...accessState,
    };
    const key = accessKey(accessState);
    const { consensusState: state } = accessState;
    expect(whole.includes(key)).toBe(seesOthers(viewer));
    expect(consensus.includes(key)).toBe(
      maySeeLayer(viewer, { kind: 'consensus', authorId: null, state }),
    );
    expect(own.includes(key)).toBe(role !== 'viewer' && accessState.ownState === 'submitted');
    expect(sources.includes(key)).toBe(!hidesSource(viewer));
  });
});
