import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { endSessions } from '@/lib/access/end-sessions';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import { aPerson } from '@/tests/builders/a-person';

test.each(['', 'x', "' OR 1=1 --", v7()])('the session of %j is nobody’s', async (userId) => {
  expect(await viewerOfSession(userId, 0)).toBeNull();
});

test('a session counts for its epoch alone', async () => {
  const ada = await aPerson();
  expect(await viewerOfSession(ada.userId, 0)).toEqual(ada);
  expect(await viewerOfSession(ada.userId, 1)).toBeNull();
  await endSessions(ada);
  expect(await viewerOfSession(ada.userId, 0)).toBeNull();
  expect(await viewerOfSession(ada.userId, 1)).toEqual(ada);
});
