import { expect, test } from '@jest/globals';
import { readAccount } from '@/lib/access/account';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

test('refuses a token; says whether there is a password, without it', async () => {
  const ada = await aPerson({ password: 'correct horse battery' });
  expect(await refused(readAccount({ ...ada, by: 'token' }))).toMatchObject({
    reason: 'forbidden',
  });
  expect(await readAccount(ada)).toEqual({
    name: ada.name,
    email: ada.email,
    hasPassword: true,
    secondFactor: { confirmedAt: null, recoveryCodes: 0 },
  });
  expect(await readAccount(await aPerson())).toMatchObject({ hasPassword: false });
});
