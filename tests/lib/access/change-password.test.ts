import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { resetByEmail } from '@/lib/access/account-by-email';
import { changePassword, passwordChange } from '@/lib/access/change-password';
import { signIn } from '@/lib/access/sign-in';
import { makeToken } from '@/lib/access/tokens';
import type { Viewer } from '@/lib/access/viewer';
import { viewerOfSession, viewerOfToken } from '@/lib/access/visitor';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

const secret = 'a secret of the tests alone, long enough';
const change = { current: 'correct horse battery', next: 'staple staple staple' };

test('refuses a token, a wrong password, and too many tries', async () => {
  const ada = await aPerson({ password: change.current });
  const token = { ...ada, by: 'token' as const };
  expect(await refused(changePassword(token, change, v7()))).toMatchObject({ reason: 'forbidden' });
  const wrong = { ...change, current: 'wrong horse battery' };
  expect(await refused(changePassword(ada, wrong, v7()))).toMatchObject({
    reason: 'invalid',
    faults: [{ path: 'current' }],
  });
  for (let at = 0; at < 9; at++) await refused(changePassword(ada, wrong, v7()));
  expect(await refused(changePassword(ada, change, v7()))).toMatchObject({ reason: 'too-many' });
});

test('ends every other session and every link to reset it, keeps the tokens, and lets the new password in', async () => {
  const person = await aPerson({ password: change.current });
  const [ada, elsewhere] = [await signedIn(person), await signedIn(person)];
  const isIn = async ({ userId, sessionId = '' }: Viewer) =>
    (await viewerOfSession(userId, sessionId)) !== null;
  const { token } = await makeToken(await signedIn(ada), { name: 'x', scopes: ['read'] });
  expect(await isIn(elsewhere)).toBe(true);
  await resetByEmail(ada.email, 'http://localhost');
  await changePassword(ada, change, v7());
  expect(await db().passwordReset.count({ where: { usedAt: null, userId: ada.userId } })).toBe(0);
  expect(await isIn(elsewhere)).toBe(false);
  expect(await isIn(ada)).toBe(true);
  expect(await viewerOfToken(token)).not.toBeNull();
  const into = (password: string) => signIn({ email: ada.email, password, address: v7(), secret });
  expect(await into(change.current)).toBeNull();
  expect(await into(change.next)).toMatchObject({ id: ada.userId });
});

test('a new password that is easy to guess is refused, and the present one stays', async () => {
  const ada = await aPerson({ password: change.current });
  for (const next of ['password123', ada.email])
    expect(await refused(changePassword(ada, { ...change, next }, v7()))).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'next' }],
    });
  const sent = { email: ada.email, password: change.current, address: v7(), secret };
  expect(await signIn(sent)).toMatchObject({ id: ada.userId });
});

test('who has a short or common password from before still comes in', async () => {
  const ada = await aPerson({ password: '12345' });
  expect(
    await signIn({ email: ada.email, password: '12345', address: v7(), secret }),
  ).not.toBeNull();
});

test('the new password must be one', () => {
  expect(passwordChange.safeParse({ ...change, next: 'short' }).success).toBe(false);
});
