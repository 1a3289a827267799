import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { listSessions } from '@/lib/access/list-sessions';
import { openSession } from '@/lib/access/open-session';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test("refuses a token, and lists one's own sessions and nobody else's, by pages", async () => {
  const [ada, eve] = [await aPerson(), await aPerson()];
  const token = { ...ada, by: 'token' as const };
  expect(await refused(listSessions(token, { limit: 100 }))).toMatchObject({ reason: 'forbidden' });
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
