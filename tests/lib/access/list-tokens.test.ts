import { expect, test } from '@jest/globals';
import { listTokens } from '@/lib/access/list-tokens';
import { makeToken } from '@/lib/access/make-token';
import { aPerson } from '@/tests/builders/a-person';

test("lists one's own tokens and nobody else's", async () => {
  const [ada, ben] = [await aPerson(), await aPerson()];
  const { id } = await makeToken(ada, { name: 'Export', scopes: ['read'] });
  await makeToken(ben, { name: 'His', scopes: ['read'] });
  expect(await listTokens(ada)).toMatchObject([{ id, name: 'Export', expiresAt: null }]);
});
