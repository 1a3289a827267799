import { expect, test } from '@jest/globals';
import { memberView, roleChange } from '@/lib/project/member';

test.each([
  [{ role: 'viewer' }, true],
  [{ role: 'admin' }, false],
  [{ role: 'owner', userId: 'x' }, false],
  [{}, false],
])('whether %j changes a role: %s', (sent, does) => {
  expect(roleChange.safeParse(sent).success).toBe(does);
});

test('a member may be told without an e-mail', () => {
  const member = {
    userId: '0198c0de-0000-7000-8000-000000000001',
    name: 'Ada',
    email: null,
    role: 'analyst',
    addedAt: '2026-06-01T12:00:00.000Z',
  };
  expect(memberView.parse({ ...member, passwordHash: 'x' })).toEqual(member);
});
