import { describe, expect, test } from '@jest/globals';
import { roles } from '@/lib/access/role';
import { openArticles } from '@/lib/adjudication/case-law/open-articles';
import { hidesSource, maySeeLayer, policyOver } from '@/lib/annotation/visibility';
import { blindPolicies } from '@/lib/project/project';

const who = { userId: 'ada', hideSource: true } as const;

test.each([
  ['manager', 'closed', { submitted: true, plain: true, calibration: true }],
  ['viewer', 'closed', { submitted: true, plain: true, calibration: true }],
  ['analyst', 'closed', { submitted: true, plain: false, calibration: false }],
  ['analyst', 'after-submit', { submitted: true, plain: false, calibration: false }],
  ['analyst', 'open', { submitted: true, plain: true, calibration: false }],
] as const)('to %s of a project that is %s these are open', (role, blind, cases) => {
  expect(openArticles({ ...who, role, blind }).cases).toEqual(cases);
});

const stands = roles.flatMap((role) =>
  blindPolicies.flatMap((blind) =>
    ([false, true] as const).flatMap((isCalibration) =>
      (['none', 'open', 'submitted'] as const).map(
        (ownState) => [role, blind, isCalibration, ownState] as const,
      ),
    ),
  ),
);

describe.each(stands)('%s, %s, calibration %s, own layer %s', (role, blind, isCalibration, own) => {
  const reader = { ...who, role, blind };
  const kind = own === 'submitted' ? 'submitted' : isCalibration ? 'calibration' : 'plain';
  const onlooker = { ...reader, blind: policyOver(blind, isCalibration), ownState: own };

  test('is told what the rules of the article tell', () => {
    const { cases, sources } = openArticles(reader);
    expect(cases[kind]).toBe(maySeeLayer(onlooker, { kind: 'consensus', authorId: null }));
    expect(sources[kind]).toBe(!hidesSource(onlooker));
  });
});
