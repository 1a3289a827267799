import { expect, test } from '@jest/globals';
import {
  acceptance,
  invitationInput,
  invitationLife,
  invitationView,
} from '@/lib/project/invitation';

test.each([
  [{ role: 'analyst' }, true],
  [{ role: 'owner', email: ' Ada@example.org ' }, true],
  [{ role: 'analyst', email: null }, true],
  [{ role: 'analyst', email: 'ada' }, false],
  [{ email: 'ada@example.org' }, false],
  [{ role: 'analyst', expiresAt: '2099-01-01T00:00:00Z' }, false],
])('whether %j invites: %s', (sent, does) => {
  expect(invitationInput.safeParse(sent).success).toBe(does);
});

test('one comes in as oneself or as somebody new', () => {
  const ada = { name: 'Ada', email: 'ada@example.org', password: 'long enough' };
  expect(acceptance.parse({})).toEqual({});
  expect(acceptance.parse(ada)).toEqual(ada);
  expect(acceptance.safeParse({ ...ada, password: 'short' }).success).toBe(false);
  expect(acceptance.safeParse({ role: 'owner' }).success).toBe(false);
});

test('the list of invitations has no links; they stay open for 14 days', () => {
  expect(Object.keys(invitationView.shape)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/token|hash|url/)]),
  );
  expect(invitationLife / 86_400_000).toBe(14);
});
