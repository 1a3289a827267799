import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { removeOldSessions } from '@/lib/access/remove-old-sessions';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';

const day = 24 * 60 * 60 * 1000;
const now = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * day);

test('sessions go 30 days after they have ended: by hand, without use, by age', async () => {
  const { userId } = await aPerson();
  const made = async (created: number, seen: number, ended: number | null = null) => {
    const id = v7();
    const times = { createdAt: daysAgo(created), lastSeenAt: daysAgo(seen) };
    const endedAt = ended === null ? null : daysAgo(ended);
    await db().session.create({ data: { id, userId, device: '', ...times, endedAt } });
    return id;
  };
  const stored = [
    await made(89, 0),
    await made(40, 29, 29.9),
    await made(60, 43.9),
    await made(119.9, 30),
  ];
  await made(40, 31, 30.1);
  await made(60, 44.1);
  await made(120.1, 30);
  expect(await removeOldSessions(now)).toBe(3);
  const rows = await db().session.findMany({ where: { userId }, orderBy: { id: 'asc' } });
  expect(rows.map(({ id }) => id)).toEqual(stored);
});
