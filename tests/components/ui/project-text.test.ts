import { roles } from '@/lib/access/permission';
import { expect, test } from '@jest/globals';
import { counted } from '@/components/ui/format-text';
import {
  blindPolicyText,
  exportHolds,
  roleSentence,
  roleText,
  seenByMe,
  projectProgressMessage,
} from '@/components/ui/project-text';
import { seesOthers } from '@/lib/annotation/visibility';
import { blindPolicies } from '@/lib/project/project';

const cases = roles.flatMap((role) => blindPolicies.map((blind) => ({ role, blind })));

test.each(cases)(
  '$role under $blind is told of everybody’s annotations only where they see them',
  (who) => {
    const always = seesOthers({ ...who, ownState: 'none', discussion: 'none' });
    expect(seenByMe(who.role, who.blind).endsWith('everybody’s annotations.')).toBe(always);
    expect(exportHolds(who.role, who.blind).startsWith('Everybody’s annotations')).toBe(always);
    const later = !always && seesOthers({ ...who, ownState: 'submitted', discussion: 'none' });
    const waits = later && who.role !== 'viewer';
    expect(seenByMe(who.role, who.blind).includes('once you have submitted')).toBe(waits);
  },
);

test('a role is described in a sentence', () => {
  expect(roleSentence('analyst')).toBe('An analyst reads and annotates the articles.');
  expect(roleSentence('viewer')).toMatch(/^A viewer reads/);
});

test('every role and policy has words', () => {
  for (const role of roles) expect(roleText[role].does).toMatch(/\.$/);
  for (const policy of blindPolicies) expect(blindPolicyText[policy].means).toMatch(/\.$/);
});

test.each([
  [0, '0 articles'],
  [1, '1 article'],
  [1200, '1,200 articles'],
])('%d is %j', (number, message) => {
  expect(counted(number, 'article')).toBe(message);
});

test('a plural of its own is used', () => {
  expect([counted(1, 'person', 'people'), counted(2, 'person', 'people')]).toEqual([
    '1 person',
    '2 people',
  ]);
});

test.each([
  ['analyst', 4, 0, 0, 'You have not started'],
  ['analyst', 4, 1, 0, 'You have submitted 0 of 4, 1 in progress'],
  ['manager', 4, 1, 2, 'You have submitted 2 of 4, 1 in progress'],
  ['owner', 4, 0, 2, 'You have submitted 2 of 4'],
  ['analyst', 4, 0, 4, 'You have submitted every article'],
  ['analyst', 0, 0, 0, ''],
  ['viewer', 4, 0, 0, ''],
] as const)(
  '%s of %d with %d begun, %d submitted: %j',
  (role, articles, begun, submitted, message) => {
    expect(projectProgressMessage({ role, articles }, { begun, submitted })).toBe(message);
  },
);
