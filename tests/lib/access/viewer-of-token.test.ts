import { expect, test } from '@jest/globals';
import { mintSecret } from '@/lib/access/mint-secret';
import { makeToken } from '@/lib/access/make-token';
import { viewerOfToken } from '@/lib/access/viewer-of-token';
import { aPerson } from '@/tests/builders/a-person';
import { signedIn } from '@/tests/builders/signed-in';

test.each([mintSecret('plx_'), mintSecret(), 'plx_', ''])('%j is nobody', async (secret) => {
  expect(await viewerOfToken(secret)).toBeNull();
});

test('a token stands for its person, as far as its scopes reach', async () => {
  const ada = await aPerson();
  const { token } = await makeToken(await signedIn(ada), { name: 'x', scopes: ['write'] });
  expect(await viewerOfToken(token)).toEqual({ ...ada, scopes: ['write'], by: 'token' });
});
