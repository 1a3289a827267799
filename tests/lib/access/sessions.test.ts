import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  deviceName,
  endOtherSessions,
  endSession,
  endSessions,
  listSessions,
  openSession,
  removeOldSessions,
  signOut,
} from '@/lib/access/sessions';
import type { Viewer } from '@/lib/access/viewer';
import { viewerOfSession } from '@/lib/access/visitor';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

describe('device', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari on iOS',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      'Chrome on Linux',
    ],
    ['curl/8.5.0', 'curl'],
    ['python-requests/2.32', 'python-requests'],
    ['Mozilla/5.0', ''],
    ['', ''],
    [null, ''],
    ['\u0000', ''],
  ])('%j is %j', (userAgent, words) => {
    expect(deviceName(userAgent)).toBe(words);
  });

  test('a long one is cut', () => {
    expect(deviceName('x'.repeat(10_000)).length).toBeLessThanOrEqual(80);
  });
});

describe('list sessions', () => {
  test("refuses a token, and lists one's own sessions and nobody else's, by pages", async () => {
    const [ada, eve] = [await aPerson(), await aPerson()];
    const token = { ...ada, by: 'token' as const };
    expect(await refused(listSessions(token, { limit: 100 }))).toMatchObject({
      reason: 'forbidden',
    });
    const first = await openSession(ada.userId, 'curl/8.5.0');
    const second = await openSession(ada.userId, null);
    await openSession(eve.userId, 'curl/8.5.0');
    const viewer = { ...ada, sessionId: first };
    const page = await listSessions(viewer, { limit: 1 });
    expect(page.items).toMatchObject([{ id: second, device: '', current: false }]);
    const rest = await listSessions(viewer, { limit: 1, cursor: page.nextCursor ?? '' });
    expect(rest).toMatchObject({
      items: [{ id: first, device: 'curl', current: true }],
      nextCursor: null,
    });
    expect(await refused(listSessions(viewer, { limit: 1, cursor: v7() }))).toMatchObject({
      reason: 'invalid',
    });
  });
});

describe('end sessions', () => {
  const announcements = recordAnnouncements();

  const isIn = async ({ userId, sessionId = '' }: Viewer) =>
    (await viewerOfSession(userId, sessionId)) !== null;

  test('refuses a token', async () => {
    const ada = await signedIn(await aPerson());
    const token = { ...ada, by: 'token' as const };
    for (const ended of [
      endSessions(token),
      endOtherSessions(token),
      endSession(token, ada.sessionId ?? ''),
    ])
      expect(await refused(ended)).toMatchObject({ reason: 'forbidden' });
    expect(await isIn(ada)).toBe(true);
  });

  test('ends one, the others, or all, at once and everywhere, and nobody else’s', async () => {
    const person = await aPerson();
    const [one, two, three] = [
      await signedIn(person),
      await signedIn(person),
      await signedIn(person),
    ];
    const eve = await signedIn(await aPerson());
    const all = () => Promise.all([one, two, three, eve].map(isIn));
    expect(await all()).toEqual([true, true, true, true]);
    expect(await refused(endSession(eve, one.sessionId ?? ''))).toMatchObject({ reason: 'absent' });
    expect(await refused(endSession(one, v7()))).toMatchObject({ reason: 'absent' });
    await endSession(one, two.sessionId ?? '');
    expect(announcements).toEqual([{ kind: 'rights', of: { userId: person.userId } }]);
    expect(await all()).toEqual([true, false, true, true]);
    await endOtherSessions(one);
    expect(await all()).toEqual([true, false, false, true]);
    await endSessions(one);
    expect(await all()).toEqual([false, false, false, true]);
  });

  test('signing out ends the session of the cookie, once', async () => {
    const { userId } = await aPerson();
    const sessionId = await openSession(userId, null);
    expect(await viewerOfSession(userId, sessionId)).not.toBeNull();
    await signOut(v7(), sessionId);
    expect(await viewerOfSession(userId, sessionId)).not.toBeNull();
    await signOut(userId, sessionId);
    await signOut(userId, sessionId);
    expect(await viewerOfSession(userId, sessionId)).toBeNull();
  });
});

describe('remove old sessions', () => {
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
});
