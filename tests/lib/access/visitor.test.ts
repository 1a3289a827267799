import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { forgetEverywhere } from '@/lib/access/known-viewers';
import { mintSecret } from '@/lib/access/secret';
import { openSession } from '@/lib/access/sessions';
import { makeToken } from '@/lib/access/tokens';
import {
  viewerOfSession,
  viewerOfToken,
  visitorOfBearer,
  visitorOfToken,
} from '@/lib/access/visitor';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { signedIn } from '@/tests/builders/signed-in';

describe('visitor', () => {
  test.each(['', 'Basic YTpi', 'Bearer ', 'Bearer a b', `Bearer ${'x'.repeat(201)}`])(
    'an Authorization of %j names nobody',
    async (authorization) => expect(await visitorOfBearer(authorization)).toBeNull(),
  );

  test('an unknown token has no viewer', async () => {
    expect(await visitorOfToken('plx_nobody')).toBeNull();
    expect(await visitorOfBearer('Bearer plx_nobody')).toBeNull();
  });
});

describe('viewer of session', () => {
  const day = 24 * 60 * 60 * 1000;
  const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);

  test.each(['', 'x', "' OR 1=1 --", v7()])('the session of %j is nobody’s', async (id) => {
    const { userId } = await aPerson();
    expect(await viewerOfSession(id, await openSession(userId, null))).toBeNull();
    expect(await viewerOfSession(userId, id)).toBeNull();
  });

  test('a session counts until it is unused for too long, or too old', async () => {
    const ada = await aPerson();
    const sessionId = await openSession(ada.userId, null);
    const at = async (createdAt: Date, lastSeenAt: Date) => {
      await db().session.update({ where: { id: sessionId }, data: { createdAt, lastSeenAt } });
      forgetEverywhere(ada.userId);
      return viewerOfSession(ada.userId, sessionId);
    };
    expect(await at(ago(20 * day), ago(13 * day))).toEqual({ ...ada, sessionId });
    expect(await at(ago(20 * day), ago(14 * day))).toBeNull();
    expect(await at(ago(89 * day), ago(0))).not.toBeNull();
    expect(await at(ago(90 * day), ago(0))).toBeNull();
  });

  test('notes every few minutes that it is used', async () => {
    const { userId } = await aPerson();
    const id = await openSession(userId, null);
    const seen = async (lastSeenAt: Date) => {
      await db().session.update({ where: { id }, data: { lastSeenAt } });
      forgetEverywhere(userId);
      await viewerOfSession(userId, id);
      const row = await db().session.findUniqueOrThrow({ where: { id } });
      return row.lastSeenAt.getTime() - lastSeenAt.getTime();
    };
    expect(await seen(ago(4 * 60_000))).toBe(0);
    expect(await seen(ago(6 * 60_000))).toBeGreaterThan(5 * 60_000);
  });

  test('the session of a disabled account has no viewer', async () => {
    const { userId } = await aPerson();
    const id = await openSession(userId, null);
    await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await viewerOfSession(userId, id)).toBeNull();
  });
});

describe('viewer of token', () => {
  test.each([mintSecret('plx_'), mintSecret(), 'plx_', ''])('%j is nobody', async (secret) => {
    expect(await viewerOfToken(secret)).toBeNull();
  });

  test('a token stands for its person, as far as its scopes reach', async () => {
    const ada = await aPerson();
    const { token } = await makeToken(await signedIn(ada), { name: 'x', scopes: ['write'] });
    expect(await viewerOfToken(token)).toEqual({ ...ada, scopes: ['write'], by: 'token' });
  });
});
