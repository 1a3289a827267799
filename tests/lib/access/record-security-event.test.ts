import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { acceptWelcome } from '@/lib/access/accept-welcome';
import { changePassword } from '@/lib/access/change-password';
import { endSessions, signOut } from '@/lib/access/end-sessions';
import { forgetOldEvents } from '@/lib/access/forget-old-events';
import { listAccountEvents } from '@/lib/access/list-account-events';
import { makeToken } from '@/lib/access/make-token';
import { shortenedAddress } from '@/lib/access/network-address';
import { recordSecurityEvent } from '@/lib/access/record-security-event';
import { inRequest } from '@/lib/access/request-context';
import { revokeToken } from '@/lib/access/revoke-token';
import { securityEventKinds, securityEventSentence } from '@/lib/access/security-event';
import { signIn } from '@/lib/access/sign-in';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';
import { securityEventsOf } from '@/tests/builders/security-events-of';
import { logLines } from '@/tests/harness/expected-errors';

const right = 'correct horse battery';

/** Does something as a request from the outside would. */
const asked = <Result>(work: () => Result): Result =>
  inRequest({ requestId: 'r-1', address: '198.51.100.77' }, work);

const outside = { network: '198.51.100.0/24', requestId: 'r-1', projectId: null };
const kindsOf = async (userId: string) =>
  (await securityEventsOf({ userId })).map(({ kind }) => kind);

test('is stored with its request, and logged', async () => {
  const userId = v7();
  await asked(() =>
    recordSecurityEvent(db(), { kind: 'sign-in', actorId: userId, userId, details: { by: 'x' } }),
  );
  expect(await securityEventsOf({ userId })).toEqual([
    { ...outside, kind: 'sign-in', userId, actorId: userId, details: { by: 'x' } },
  ]);
  expect(logLines()).toMatchObject([
    { level: 'info', message: 'Security event.', fields: { kind: 'sign-in', personId: userId } },
  ]);
});

test('outside of a request nothing is known of where it came from', async () => {
  const userId = v7();
  await recordSecurityEvent(db(), { kind: 'account-made', userId });
  expect(await securityEventsOf({ userId })).toMatchObject([{ network: null, requestId: null }]);
});

test('is neither stored nor logged where the transaction fails', async () => {
  const userId = v7();
  const failing = transaction(async (tx) => {
    await recordSecurityEvent(tx, { kind: 'password-changed', userId });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await securityEventsOf({ userId })).toEqual([]);
  expect(logLines()).toEqual([]);
});

test('signing in, and in vain, and too often', async () => {
  const { userId, email } = await aPerson({ password: right });
  const attempt = (password: string) =>
    asked(() => signIn({ email, password, address: '192.0.2.71', secret: 'of the tests' }));
  await attempt(right);
  for (let at = 0; at < 10; at++) await attempt('wrong horse');
  for (let at = 0; at < 5; at++)
    expect(await refused(attempt(right))).toMatchObject({ reason: 'too-many' });
  const events = await securityEventsOf({ userId });
  expect(events[0]).toEqual({
    ...outside,
    kind: 'sign-in',
    userId,
    actorId: userId,
    details: { by: 'password' },
  });
  // What was refused is one event a minute, however often it is tried.
  expect(events.slice(1).map(({ kind, actorId }) => [kind, actorId])).toEqual([
    ...Array.from({ length: 10 }, () => ['sign-in-failed', null]),
    ['sign-in-limited', null],
  ]);
  expect(JSON.stringify(events)).not.toMatch(/horse/);
});

test('an attempt at an account that is not there names nobody, and not what was typed', async () => {
  const requestId = v7();
  const typed = `${v7()}@example.org`;
  await inRequest({ requestId, address: '::1' }, () =>
    signIn({ email: typed, password: right, address: '192.0.2.72', secret: 'of the tests' }),
  );
  const rows = await db().securityEvent.findMany({ where: { requestId } });
  expect(rows).toMatchObject([{ kind: 'sign-in-failed', userId: null, network: '::1' }]);
  expect(JSON.stringify(rows)).not.toContain(typed);
});

test('signing out, ending sessions, changing the password', async () => {
  const ada = await signedIn(await aPerson({ password: right }));
  const { sessionId: elsewhere = '' } = await signedIn(ada);
  await signOut(ada.userId, elsewhere);
  await signOut(ada.userId, elsewhere);
  await refused(changePassword(ada, { current: 'wrong', next: 'another good one' }, v7()));
  await changePassword(ada, { current: right, next: 'another good one' }, v7());
  await endSessions(ada);
  expect(await kindsOf(ada.userId)).toEqual([
    'sign-out',
    'proof-failed',
    'password-changed',
    'sessions-ended',
  ]);
});

test('making and revoking a token, without the token', async () => {
  const ada = await signedIn(await aPerson());
  const { id, token } = await makeToken(ada, { name: 'Script', scopes: ['read'] });
  await refused(makeToken(ada, { id, name: 'Again', scopes: ['read'] }));
  await revokeToken(ada, id);
  await refused(revokeToken(ada, id));
  const events = await securityEventsOf({ userId: ada.userId });
  expect(events.map(({ kind, details }) => [kind, details])).toEqual([
    ['token-made', { tokenId: id, name: 'Script', scopes: ['read'], expiresAt: null }],
    ['token-revoked', { tokenId: id }],
  ]);
  expect(JSON.stringify(events)).not.toContain(token.slice(4));
});

test('a welcome link that is none makes no event', async () => {
  const before = await db().securityEvent.count();
  const person = { name: 'Eve', email: `${v7()}@example.org`, password: right };
  await refused(acceptWelcome('nothing', person));
  expect(await db().securityEvent.count()).toBe(before);
});

test('a person sees their own last 20, newest first, and nobody else’s', async () => {
  const [ada, ben] = [await aPerson(), await aPerson()];
  for (let at = 0; at < 22; at++)
    await recordSecurityEvent(db(), { kind: 'sign-in', userId: ada.userId, details: { at } });
  await recordSecurityEvent(db(), { kind: 'sign-in', userId: ben.userId });
  // Not of the account, so for the project's owners.
  await recordSecurityEvent(db(), { kind: 'role-changed', userId: ada.userId, projectId: v7() });
  const events = await listAccountEvents(ada);
  expect(events.map(({ details }) => details.at)).toEqual(
    Array.from({ length: 20 }, (_, at) => 21 - at),
  );
  expect(await listAccountEvents(ben)).toHaveLength(1);
});

test('events older than 400 days are removed, and no others', async () => {
  const [old, young] = [v7(), v7()];
  const now = new Date();
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db().securityEvent.createMany({
    data: [
      { id: old, kind: 'sign-in', userId: old, at: before(401) },
      { id: young, kind: 'sign-in', userId: young, at: before(399) },
    ],
  });
  expect(await forgetOldEvents(now)).toBe(1);
  expect(await kindsOf(old)).toEqual([]);
  expect(await kindsOf(young)).toEqual(['sign-in']);
});

test.each(securityEventKinds)('%s has its words', (kind) => {
  expect(securityEventSentence(kind)).toMatch(/^[A-Z].*[^.]$/);
});

test.each([
  ['198.51.100.77', '198.51.100.0/24'],
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '::1'],
  ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3::/48'],
  ['2001:DB8::1', '2001:db8::/48'],
  ['2001:0db8:0000:1::', '2001:db8::/48'],
  ['fe80::1', 'fe80::/48'],
  ['unknown', null],
  ['', null],
])('the network of %s is %s', (address, network) =>
  expect(shortenedAddress(address)).toBe(network),
);
