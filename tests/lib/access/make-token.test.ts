import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { makeToken } from '@/lib/access/make-token';
import { viewerOfToken } from '@/lib/access/viewer-of-token';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

const reading = { name: 'Export', scopes: ['read' as const] };

test('refuses a token of any scope, and who has not proved themselves for long', async () => {
  const ada = await signedIn(await aPerson());
  const token = { ...ada, by: 'token' as const };
  expect(await refused(makeToken(token, reading))).toMatchObject({ reason: 'forbidden' });
  await db().session.update({
    where: { id: ada.sessionId ?? '' },
    data: { provedAt: new Date(0) },
  });
  expect(await refused(makeToken(ada, reading))).toMatchObject({ type: 'proof-needed' });
  expect(await db().accessToken.count()).toBe(0);
});

test('makes a token that only its maker is told, and keeps its fingerprint', async () => {
  const ada = await aPerson();
  const { id, token } = await makeToken(await signedIn(ada), reading);
  expect(token).toMatch(/^plx_/);
  const row = await db().accessToken.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(token);
  expect(await viewerOfToken(token)).toMatchObject({
    userId: ada.userId,
    by: 'token',
    scopes: ['read'],
  });
});

test('refuses a time that has passed and an id that is taken', async () => {
  const ada = await aPerson();
  const expiresAt = new Date(Date.now() - 1000).toISOString();
  const late = await refused(makeToken(await signedIn(ada), { ...reading, expiresAt }));
  expect(late).toMatchObject({ reason: 'invalid', faults: [{ path: 'expiresAt' }] });
  const id = v7();
  expect((await makeToken(await signedIn(ada), { ...reading, id })).id).toBe(id);
  expect(await refused(makeToken(await signedIn(ada), { ...reading, id }))).toMatchObject({
    reason: 'conflict',
  });
});
