import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  endAllSessions,
  endOneSession,
  findLiveSessions,
  findProvedAt,
  findSession,
  findSessions,
  insertSession,
  noteProof,
  noteSeen,
} from '@/lib/access/session-store';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';

const start = new Date('2026-06-01T12:00:00Z');
const day = 24 * 60 * 60 * 1000;
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);

async function aSession(userId: string, at = start): Promise<string> {
  const id = v7();
  await insertSession(db(), { id, userId, device: 'Firefox on Linux' }, at);
  return id;
}

test('a session is found while it counts, by one and by many alike', async () => {
  const { userId } = await aPerson();
  const id = await aSession(userId);
  const counts = async (now: Date) => {
    const found = await findSession(db(), id, now);
    expect((await findLiveSessions(db(), [id, v7()], now)).get(id)).toBe(found?.person.userId);
    expect((await findSessions(db(), userId, { limit: 1, after: null, now })).length).toBe(
      found === null ? 0 : 1,
    );
    return found !== null;
  };
  expect(await counts(after(14 * day - 1))).toBe(true);
  expect(await counts(after(14 * day))).toBe(false);
  for (let at = 10; at < 90; at += 10)
    await noteSeen(db(), id, after(at * day), after(at * day - 1));
  expect(await counts(after(90 * day - 1))).toBe(true);
  expect(await counts(after(90 * day))).toBe(false);
  expect(await counts(start)).toBe(true);
  await db().user.update({ where: { id: userId }, data: { disabledAt: start } });
  expect(await findSession(db(), id, start)).toBeNull();
  expect(await findLiveSessions(db(), [id], start)).toEqual(new Map());
});

test('only the first of several requests writes that it is used, and none once it is ended', async () => {
  const { userId } = await aPerson();
  const id = await aSession(userId);
  await noteSeen(db(), id, after(600_000), after(300_000));
  await noteSeen(db(), id, after(600_001), after(300_001));
  expect((await findSession(db(), id, start))?.lastSeenAt).toEqual(after(600_000));
  await endOneSession(db(), userId, id);
  await noteSeen(db(), id, after(9_000_000), after(8_000_000));
  const row = await db().session.findUniqueOrThrow({ where: { id } });
  expect(row.lastSeenAt).toEqual(after(600_000));
});

test("one's own are ended one by one, or all but one", async () => {
  const [{ userId }, eve] = [await aPerson(), await aPerson()];
  const [one, two, three] = [
    await aSession(userId),
    await aSession(userId),
    await aSession(userId),
  ];
  const hers = await aSession(eve.userId);
  const live = async () => [
    ...(await findLiveSessions(db(), [one, two, three, hers], start)).keys(),
  ];
  expect(await endOneSession(db(), eve.userId, one)).toBe(false);
  expect(await endOneSession(db(), userId, one)).toBe(true);
  expect(await endOneSession(db(), userId, one)).toBe(false);
  expect((await live()).sort()).toEqual([two, three, hers].sort());
  await endAllSessions(db(), userId, two);
  expect((await live()).sort()).toEqual([two, hers].sort());
  await endAllSessions(db(), userId);
  expect(await live()).toEqual([hers]);
});

test('a proof is written to a session that is not ended', async () => {
  const { userId } = await aPerson();
  const id = await aSession(userId);
  expect(await findProvedAt(db(), id)).toEqual(start);
  await noteProof(db(), id, after(1000));
  expect(await findProvedAt(db(), id)).toEqual(after(1000));
  await endOneSession(db(), userId, id);
  await noteProof(db(), id, after(2000));
  expect(await findProvedAt(db(), id)).toBeNull();
  expect(await findProvedAt(db(), v7())).toBeNull();
});
