import { expect, test } from '@jest/globals';
import { makeToken } from '@/lib/access/make-token';
import { revokeToken } from '@/lib/access/revoke-token';
import { viewerOfToken } from '@/lib/access/viewer-of-token';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test("refuses somebody else's token; one's own ends at once", async () => {
  const [ada, eve] = [await aPerson(), await aPerson()];
  const { id, token } = await makeToken(ada, { name: 'Export', scopes: ['read'] });
  expect(await viewerOfToken(token)).not.toBeNull();
  expect(await refused(revokeToken(eve, id))).toMatchObject({ reason: 'absent' });
  expect(await viewerOfToken(token)).not.toBeNull();
  await revokeToken(ada, id);
  expect(await viewerOfToken(token)).toBeNull();
  expect(await refused(revokeToken(ada, id))).toMatchObject({ reason: 'absent' });
});
