import { describe, expect, test } from '@jest/globals';
import type { Credential } from '@/lib/access/credential';
import { credentialKey, stillKnown } from '@/lib/access/credential';
import { fingerprint } from '@/lib/access/secret';
import { endSessions, openSession } from '@/lib/access/sessions';
import { makeToken, revokeToken } from '@/lib/access/tokens';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { signedIn } from '@/tests/builders/signed-in';

describe('credential', () => {
  const session: Credential = { by: 'session', userId: 'ada', sessionId: 'one' };

  test('a key tells sessions and tokens apart', () => {
    const all: Credential[] = [
      session,
      { ...session, sessionId: 'two' },
      { ...session, userId: 'ben' },
      { by: 'token', userId: 'ada', hash: 'abc' },
      { by: 'token', userId: 'ada', hash: 'abd' },
    ];
    expect(new Set(all.map(credentialKey)).size).toBe(all.length);
    expect(credentialKey({ ...session })).toBe(credentialKey(session));
  });
});

describe('still known', () => {
  const session = async ({ userId }: Viewer): Promise<Credential> => ({
    by: 'session',
    userId,
    sessionId: await openSession(userId, null),
  });

  async function token(viewer: Viewer, expiresAt?: string) {
    const made = await makeToken(await signedIn(viewer), {
      name: 'script',
      scopes: ['read'],
      ...(expiresAt === undefined ? {} : { expiresAt }),
    });
    const credential: Credential = {
      by: 'token',
      userId: viewer.userId,
      hash: fingerprint(made.token),
    };
    return { id: made.id, credential };
  }

  const holds = async (credential: Credential, now?: Date) =>
    (await stillKnown([credential], now)).has(credentialKey(credential));

  test('a session holds until it is ended, unused for too long, or its person is disabled', async () => {
    const [ada, eve] = [await aPerson(), await aPerson()];
    const one = await session(ada);
    expect(await holds(one)).toBe(true);
    expect(await holds({ ...one, userId: eve.userId })).toBe(false);
    expect(await holds(one, new Date(Date.now() + 15 * 24 * 60 * 60 * 1000))).toBe(false);
    await endSessions(ada);
    expect(await holds(one)).toBe(false);
    const two = await session(ada);
    expect(await holds(two)).toBe(true);
    await db().user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
    expect(await holds(two)).toBe(false);
  });

  test('a token holds until it is revoked, expires, or its person is disabled', async () => {
    const ada = await aPerson();
    const { id, credential } = await token(ada);
    const soon = await token(ada, new Date(Date.now() + 60_000).toISOString());
    expect(await holds(credential)).toBe(true);
    expect(await holds(soon.credential)).toBe(true);
    expect(await holds(soon.credential, new Date(Date.now() + 61_000))).toBe(false);
    await revokeToken(await signedIn(ada), id);
    expect(await holds(credential)).toBe(false);
    await db().user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
    expect(await holds(soon.credential)).toBe(false);
  });

  test('many are checked together, and none gives an empty set', async () => {
    const [ada, ben] = [await aPerson(), await aPerson()];
    const all = [
      await session(ada),
      await session(ben),
      (await token(ada)).credential,
      { ...(await session(ben)), userId: ada.userId },
    ];
    expect([...(await stillKnown(all))].sort()).toEqual(all.slice(0, 3).map(credentialKey).sort());
    expect(await stillKnown([])).toEqual(new Set());
  });
});
