import { expect, test } from '@jest/globals';
import { endSessions } from '@/lib/access/end-sessions';
import { makeToken } from '@/lib/access/make-token';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import { viewerOfToken } from '@/lib/access/viewer-of-token';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test('refuses a token; by session it ends them all, at once', async () => {
  const [ada, ben] = [await aPerson(), await aPerson()];
  const { token } = await makeToken(ada, { name: 'x', scopes: ['read', 'write'] });
  const bearer = await viewerOfToken(token);
  if (bearer === null) throw new Error('The token is nobody’s.');
  expect(await refused(endSessions(bearer))).toMatchObject({ reason: 'forbidden' });
  await viewerOfSession(ada.userId, 0);
  await endSessions(ada);
  expect(await viewerOfSession(ada.userId, 0)).toBeNull();
  expect(await viewerOfSession(ben.userId, 0)).not.toBeNull();
});
