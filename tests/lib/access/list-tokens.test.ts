import { expect, test } from '@jest/globals';
import { listTokens } from '@/lib/access/list-tokens';
import { makeToken } from '@/lib/access/make-token';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

test("refuses a token; a session lists one's own tokens and nobody else's", async () => {
  const [ada, ben] = [await signedIn(await aPerson()), await signedIn(await aPerson())];
  const { id } = await makeToken(ada, { name: 'Export', scopes: ['read'] });
  await makeToken(ben, { name: 'His', scopes: ['read'] });
  expect(await refused(listTokens({ ...ada, by: 'token' }))).toMatchObject({ reason: 'forbidden' });
  expect(await listTokens(ada)).toMatchObject([{ id, name: 'Export', expiresAt: null }]);
});
