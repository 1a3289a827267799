import { expect, test } from '@jest/globals';
import { makeToken } from '@/lib/access/make-token';
import { revokeToken } from '@/lib/access/revoke-token';
import { viewerOfToken } from '@/lib/access/viewer-of-token';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

test("refuses a token, and somebody else's; one's own ends at once", async () => {
  const [ada, eve] = [await aPerson(), await aPerson()];
  const { id, token } = await makeToken(await signedIn(ada), { name: 'Export', scopes: ['read'] });
  expect(await viewerOfToken(token)).not.toBeNull();
  expect(await refused(revokeToken({ ...ada, by: 'token' }, id))).toMatchObject({
    reason: 'forbidden',
  });
  expect(await refused(revokeToken(ada, id))).toMatchObject({ type: 'proof-needed' });
  expect(await refused(revokeToken(await signedIn(eve), id))).toMatchObject({ reason: 'absent' });
  expect(await viewerOfToken(token)).not.toBeNull();
  await revokeToken(await signedIn(ada), id);
  expect(await viewerOfToken(token)).toBeNull();
  expect(await refused(revokeToken(await signedIn(ada), id))).toMatchObject({ reason: 'absent' });
});
