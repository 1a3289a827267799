import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { endOtherSessions, endSession, endSessions, signOut } from '@/lib/access/end-sessions';
import { openSession } from '@/lib/access/open-session';
import type { Viewer } from '@/lib/access/viewer';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import { aPerson } from '@/tests/builders/a-person';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

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
