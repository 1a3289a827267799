import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findBearer, findTokens, insertToken, revoke } from '@/lib/access/token-store';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';

const now = new Date('2026-06-01T12:00:00Z');

const aToken = (userId: string, expiresAt: Date | null = null) => {
  const id = v7();
  return {
    id,
    userId,
    name: 'Export',
    hash: `hash of ${id}`,
    scopes: ['read' as const],
    expiresAt,
  };
};

test('a token is stored once per id and found by its fingerprint', async () => {
  const ada = await aPerson();
  const token = aToken(ada.userId);
  expect(await insertToken(db(), token)).toBe(true);
  expect(await insertToken(db(), { ...token, hash: 'other' })).toBe(false);
  expect(await findBearer(db(), token.hash, now)).toMatchObject({
    userId: ada.userId,
    scopes: ['read'],
  });
  expect(await findBearer(db(), 'other', now)).toBeNull();
});

test('use is noted to the minute', async () => {
  const ada = await aPerson();
  const token = aToken(ada.userId);
  await insertToken(db(), token);
  const used = async (at: string) => {
    await findBearer(db(), token.hash, new Date(at));
    return (await findTokens(db(), ada.userId))[0]?.lastUsedAt;
  };
  expect((await findTokens(db(), ada.userId))[0]?.lastUsedAt).toBeNull();
  expect(await used('2026-06-01T12:00:00Z')).toBe('2026-06-01T12:00:00.000Z');
  expect(await used('2026-06-01T12:00:30Z')).toBe('2026-06-01T12:00:00.000Z');
  expect(await used('2026-06-01T12:01:30Z')).toBe('2026-06-01T12:01:30.000Z');
});

test('it holds until it expires, is revoked or its owner is disabled', async () => {
  const ada = await aPerson();
  const expiring = aToken(ada.userId, now);
  await insertToken(db(), expiring);
  expect(await findBearer(db(), expiring.hash, new Date(now.getTime() - 1))).not.toBeNull();
  expect(await findBearer(db(), expiring.hash, now)).toBeNull();
  const revoked = aToken(ada.userId);
  await insertToken(db(), revoked);
  expect(await revoke(db(), (await aPerson()).userId, revoked.id)).toBe(false);
  expect(await revoke(db(), ada.userId, revoked.id)).toBe(true);
  expect(await revoke(db(), ada.userId, revoked.id)).toBe(false);
  expect(await findBearer(db(), revoked.hash, now)).toBeNull();
  const disabled = aToken(ada.userId);
  await insertToken(db(), disabled);
  await db().user.update({ where: { id: ada.userId }, data: { disabledAt: now } });
  expect(await findBearer(db(), disabled.hash, now)).toBeNull();
});

test('the list is the own ones that are not revoked, newest first', async () => {
  const ada = await aPerson();
  const [one, two, gone] = [aToken(ada.userId), aToken(ada.userId), aToken(ada.userId)];
  for (const token of [one, two, gone]) await insertToken(db(), token);
  await insertToken(db(), aToken((await aPerson()).userId));
  await revoke(db(), ada.userId, gone.id);
  expect((await findTokens(db(), ada.userId)).map(({ id }) => id)).toEqual([two.id, one.id]);
});
