import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { changePassword } from '@/lib/access/change-password';
import { shortenedAddress } from '@/lib/access/network';
import { inRequest } from '@/lib/access/request-context';
import { securityEventKinds, securityEventSentence } from '@/lib/access/security-event';
import type { NewSecurityEvent } from '@/lib/access/security-event-store';
import {
  findPersonEvents,
  findProjectEvents,
  insertSecurityEvent,
  removeEventsBefore,
} from '@/lib/access/security-event-store';
import {
  forgetOldEvents,
  listAccountEvents,
  recordSecurityEvent,
} from '@/lib/access/security-events';
import { endSessions, signOut } from '@/lib/access/sessions';
import { signIn } from '@/lib/access/sign-in';
import { makeToken, revokeToken } from '@/lib/access/tokens';
import { acceptWelcome } from '@/lib/access/welcome';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { securityEventsOf } from '@/tests/builders/security-events-of';
import { signedIn } from '@/tests/builders/signed-in';
import { logLines } from '@/tests/harness/expected-errors';

describe('record security event', () => {
  const right = 'correct horse battery';

  /** Runs work in the context of a request. */
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

  test('sign-ins that succeed, fail or are limited', async () => {
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
    // Refused attempts make one event a minute.
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
    // Not an account event, so only for the project's owners.
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
});

describe('security event store', () => {
  const event = (chosen: Partial<NewSecurityEvent>): NewSecurityEvent => ({
    kind: 'role-changed',
    userId: null,
    actorId: null,
    projectId: null,
    network: null,
    requestId: null,
    details: {},
    ...chosen,
  });

  const page = { kinds: securityEventKinds, limit: 10, after: null };

  test('names those who are known; a kind of another version is left out', async () => {
    const projectId = v7();
    const ada = await aPerson({ name: 'Ada' });
    await insertSecurityEvent(db(), event({ projectId, userId: ada.userId, actorId: v7() }));
    await db().securityEvent.create({ data: { id: v7(), projectId, kind: 'of-a-later-version' } });
    const found = await findProjectEvents(db(), projectId, { ...page, personId: null });
    expect(found).toMatchObject([
      { kind: 'role-changed', person: { userId: ada.userId, name: 'Ada' }, actor: null },
    ]);
  });

  test('one person’s are those they did and those that concern them', async () => {
    const [projectId, ada, ben] = [v7(), v7(), v7()];
    await insertSecurityEvent(db(), event({ projectId, actorId: ada, userId: ben }));
    await insertSecurityEvent(db(), event({ projectId, actorId: ben, userId: ben }));
    const of = async (personId: string) =>
      (await findProjectEvents(db(), projectId, { ...page, personId })).length;
    expect([await of(ada), await of(ben), await of(v7())]).toEqual([1, 2, 0]);
    expect(await findPersonEvents(db(), ben, { ...page, limit: 1 })).toHaveLength(2);
    expect(await findPersonEvents(db(), ada, page)).toHaveLength(0);
  });

  test('what is before a time is removed', async () => {
    const projectId = v7();
    await insertSecurityEvent(db(), event({ projectId }));
    await removeEventsBefore(db(), new Date(Date.now() - 60_000));
    const found = () => findProjectEvents(db(), projectId, { ...page, personId: null });
    expect(await found()).toHaveLength(1);
    await removeEventsBefore(db(), new Date(Date.now() + 60_000));
    expect(await found()).toHaveLength(0);
  });
});
