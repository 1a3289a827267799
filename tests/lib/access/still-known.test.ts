import { expect, test } from '@jest/globals';
import type { Credential } from '@/lib/access/credential';
import { credentialKey } from '@/lib/access/credential';
import { endSessions } from '@/lib/access/end-sessions';
import { makeToken } from '@/lib/access/make-token';
import { fingerprint } from '@/lib/access/mint-secret';
import { revokeToken } from '@/lib/access/revoke-token';
import { stillKnown } from '@/lib/access/still-known';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

const session = (
  { userId }: Viewer,
  more: { epoch?: number; until?: number } = {},
): Credential => ({
  by: 'session',
  userId,
  epoch: 0,
  until: inAnHour(),
  ...more,
});

async function token(viewer: Viewer, expiresAt?: string) {
  const made = await makeToken(viewer, {
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

test('a session holds until it is ended, runs out, or its person is disabled', async () => {
  const ada = await aPerson();
  expect(await holds(session(ada))).toBe(true);
  expect(await holds(session(ada, { epoch: 1 }))).toBe(false);
  expect(await holds(session(ada, { until: 1 }))).toBe(false);
  await endSessions(ada);
  expect(await holds(session(ada))).toBe(false);
  expect(await holds(session(ada, { epoch: 1 }))).toBe(true);
  await db().user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
  expect(await holds(session(ada, { epoch: 1 }))).toBe(false);
});

test('a token holds until it is revoked, expires, or its person is disabled', async () => {
  const ada = await aPerson();
  const { id, credential } = await token(ada);
  const soon = await token(ada, new Date(Date.now() + 60_000).toISOString());
  expect(await holds(credential)).toBe(true);
  expect(await holds(soon.credential)).toBe(true);
  expect(await holds(soon.credential, new Date(Date.now() + 61_000))).toBe(false);
  await revokeToken(ada, id);
  expect(await holds(credential)).toBe(false);
  await db().user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
  expect(await holds(soon.credential)).toBe(false);
});

test('many are looked at together, and nobody is known of none', async () => {
  const [ada, ben] = [await aPerson(), await aPerson()];
  const all = [
    session(ada),
    session(ben),
    (await token(ada)).credential,
    session(ben, { epoch: 3 }),
  ];
  expect([...(await stillKnown(all))].sort()).toEqual(all.slice(0, 3).map(credentialKey).sort());
  expect(await stillKnown([])).toEqual(new Set());
});
