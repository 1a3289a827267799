import { expect, test } from '@jest/globals';
import { accountChange, memberView, roleChange } from '@/lib/project/member';

test.each([
  [{ role: 'viewer' }, true],
  [{ role: 'admin' }, false],
  [{ role: 'owner', userId: 'x' }, false],
  [{}, false],
])('whether %j changes a role: %s', (sent, does) => {
  expect(roleChange.safeParse(sent).success).toBe(does);
});

test('an account is disabled or not, and nothing else', () => {
  expect(accountChange.safeParse({ disabled: true }).success).toBe(true);
  for (const sent of [{}, { disabled: 'yes' }, { disabled: true, role: 'owner' }])
    expect(accountChange.safeParse(sent).success).toBe(false);
});

test('a member may have no e-mail address in the answer', () => {
  const member = {
    userId: '0198c0de-0000-7000-8000-000000000001',
    name: 'Ada',
    email: null,
    role: 'analyst',
    addedAt: '2026-06-01T12:00:00.000Z',
    disabledAt: null,
  };
  expect(memberView.parse({ ...member, passwordHash: 'x' })).toEqual(member);
});
