import { expect, test } from '@jest/globals';
import {
  blindPolicyText,
  exportHolds,
  roleSentence,
  roleText,
  seenByMe,
} from '@/components/ui/role-text';
import { roles } from '@/lib/access/role';
import { seesOthers } from '@/lib/annotation/visibility';
import { blindPolicies } from '@/lib/project/project';

const cases = roles.flatMap((role) => blindPolicies.map((blind) => ({ role, blind })));

test.each(cases)('$role under $blind is promised everybody’s only where they see it', (who) => {
  const always = seesOthers({ ...who, ownState: 'none', discussion: 'none' });
  expect(seenByMe(who.role, who.blind).endsWith('everybody’s highlights.')).toBe(always);
  expect(exportHolds(who.role, who.blind).startsWith('Everybody’s highlights')).toBe(always);
  const later = !always && seesOthers({ ...who, ownState: 'submitted', discussion: 'none' });
  const waits = later && who.role !== 'viewer';
  expect(seenByMe(who.role, who.blind).includes('once you have submitted')).toBe(waits);
});

test('a role is told in a sentence', () => {
  expect(roleSentence('analyst')).toBe('An analyst reads the articles and highlights them.');
  expect(roleSentence('viewer')).toMatch(/^A viewer reads/);
});

test('every role and policy has words', () => {
  for (const role of roles) expect(roleText[role].does).toMatch(/\.$/);
  for (const policy of blindPolicies) expect(blindPolicyText[policy].means).toMatch(/\.$/);
});
