import { describe, expect, test } from '@jest/globals';
import { roles } from '@/lib/access/role';
import type { Stand } from '@/lib/adjudication/case-law/open-articles';
import { openArticles, standKey } from '@/lib/adjudication/case-law/open-articles';
import { hidesSource, maySeeLayer, policyOver } from '@/lib/annotation/visibility';
import { blindPolicies } from '@/lib/project/project';

const who = { userId: 'ada', hideSource: true } as const;

test('says a stand in a word', () => {
  expect(standKey({ ownState: 'none', discussion: 'none', isCalibration: false })).toBe(
    'none none plain',
  );
  expect(standKey({ ownState: 'submitted', discussion: 'over', isCalibration: true })).toBe(
    'submitted over measures',
  );
});

test.each([
  ['manager', 'closed', 'none none plain', true],
  ['viewer', 'closed', 'none none plain', true],
  ['analyst', 'closed', 'none none plain', false],
  ['analyst', 'closed', 'submitted none plain', true],
  ['analyst', 'closed', 'open open plain', true],
  ['analyst', 'after-submit', 'open none plain', false],
  ['analyst', 'after-submit', 'open over plain', true],
  ['analyst', 'open', 'none none plain', true],
  ['analyst', 'open', 'none none measures', false],
] as const)('%s of a project that is %s, standing %s: %s', (role, blind, key, isOpen) => {
  expect(openArticles({ ...who, role, blind }).cases.includes(key)).toBe(isOpen);
});

const stands = roles.flatMap((role) =>
  blindPolicies.flatMap((blind) =>
    (['none', 'open', 'submitted'] as const).flatMap((ownState) =>
      (['none', 'open', 'over'] as const).flatMap((discussion) =>
        [false, true].map(
          (isCalibration) => [role, blind, { ownState, discussion, isCalibration }] as const,
        ),
      ),
    ),
  ),
);

describe('tells what the rules of the article tell', () => {
  test.each(stands)('%s, %s, %j', (role, blind, stand: Stand) => {
    const { cases, sources } = openArticles({ ...who, role, blind });
    const onlooker = { ...who, role, blind: policyOver(blind, stand.isCalibration), ...stand };
    const key = standKey(stand);
    expect(cases.includes(key)).toBe(maySeeLayer(onlooker, { kind: 'consensus', authorId: null }));
    expect(sources.includes(key)).toBe(!hidesSource(onlooker));
  });
});
