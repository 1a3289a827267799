import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { findLiveSessions } from '@/lib/access/session-store';
import { openSession } from '@/lib/access/sessions';
import {
  findByEmail,
  findByExternal,
  findNames,
  findOldest,
  findPerson,
  hasUsers,
  insertPerson,
  linkExternal,
  queueForFirst,
  replacePassword,
} from '@/lib/access/user-store';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';

const ada = { name: 'Ada', email: 'ada@example.org', passwordHash: 'hash' };

test('people are added once per address and found by id and address', async () => {
  expect(await hasUsers(db())).toBe(false);
  expect(await findOldest(db())).toBeNull();
  const made = await insertPerson(db(), ada);
  expect(await insertPerson(db(), { ...ada, name: 'Other' })).toBeNull();
  expect(await hasUsers(db())).toBe(true);
  expect(made).toMatchObject({ name: 'Ada', email: 'ada@example.org' });
  const userId = made?.userId ?? '';
  expect(await findPerson(db(), userId)).toEqual(made);
  expect(await findNames(db(), [userId, v7()])).toEqual(new Map([[userId, made?.name]]));
  expect(await findOldest(db())).toEqual(made);
  expect(await findByEmail(db(), 'ada@example.org')).toEqual({ ...made, passwordHash: 'hash' });
  expect(await findByEmail(db(), 'eve@example.org')).toBeNull();
  expect(await findPerson(db(), v7())).toBeNull();
});

test('a new password ends the sessions, but for the one to be kept', async () => {
  const { userId = '' } = (await insertPerson(db(), { ...ada, email: 'b@example.org' })) ?? {};
  const [one, two] = [await openSession(userId, null), await openSession(userId, null)];
  const live = async () => [...(await findLiveSessions(db(), [one, two], new Date())).keys()];
  await replacePassword(db(), userId, 'next', two);
  expect(await findByEmail(db(), 'b@example.org')).toMatchObject({ passwordHash: 'next' });
  expect(await live()).toEqual([two]);
  await replacePassword(db(), userId, 'last');
  expect(await live()).toEqual([]);
});

test('an identity at a provider is one person; who is disabled is nobody', async () => {
  const made = await insertPerson(db(), { ...ada, email: 'c@example.org', passwordHash: null });
  const userId = made?.userId ?? '';
  await linkExternal(db(), userId, 'oidc', 'subject-1');
  expect(await findByExternal(db(), 'oidc', 'subject-1')).toEqual(made);
  expect(await findByExternal(db(), 'github', 'subject-1')).toBeNull();
  await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  expect(await findByExternal(db(), 'oidc', 'subject-1')).toBeNull();
  expect(await findPerson(db(), userId)).toBeNull();
  expect(await findByEmail(db(), 'c@example.org')).toBeNull();
});

test('what may happen only once in the house waits in line', async () => {
  const order: string[] = [];
  const insert = (name: string) =>
    transaction(async (tx) => {
      await queueForFirst(tx);
      order.push(`${name} begins`);
      await tx.$executeRaw`SELECT pg_sleep(0.02)`;
      order.push(`${name} ends`);
    });
  await Promise.all([insert('one'), insert('two')]);
  expect(order[1]).toBe(order[0]?.replace('begins', 'ends'));
});
