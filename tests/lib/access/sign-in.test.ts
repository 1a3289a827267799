import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { signIn } from '@/lib/access/sign-in';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';

const right = 'correct horse battery';

const from = (email: string, password: string) => signIn({ email, password, address: v7() });

test('the same answer for a wrong name, a wrong password and none at all', async () => {
  const ada = await aPerson({ password: right });
  const external = await aPerson();
  expect(await from(`x${ada.email}`, right)).toBeNull();
  expect(await from(ada.email, 'wrong horse battery')).toBeNull();
  expect(await from(ada.email, '')).toBeNull();
  expect(await from('', '')).toBeNull();
  expect(await from(external.email, 'nobody has this password')).toBeNull();
});

test('lets the right one in, however the address was written', async () => {
  const ada = await aPerson({ password: right });
  expect(await from(` ${ada.email.toUpperCase()} `, right)).toEqual({
    id: ada.userId,
    name: ada.name,
    email: ada.email,
  });
});

test('after ten wrong tries not even the right password, whether or not the account is there', async () => {
  const ada = await aPerson({ password: right });
  for (const email of [ada.email, `${v7()}@example.org`]) {
    for (let at = 0; at < 10; at++) await from(email, 'wrong horse battery');
    expect(await refused(from(email, right))).toMatchObject({ reason: 'too-many' });
  }
});

test('somebody disabled does not come in', async () => {
  const ada = await aPerson({ password: right });
  await db().user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
  expect(await from(ada.email, right)).toBeNull();
});
