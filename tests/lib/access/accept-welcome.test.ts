import { expect, test } from '@jest/globals';
import { acceptWelcome } from '@/lib/access/accept-welcome';
import { openWelcome } from '@/lib/access/open-welcome';
import { signIn } from '@/lib/access/sign-in';
import { db } from '@/lib/db';
import { refused } from '@/tests/builders/refused';
import { testSecret } from '@/tests/builders/a-second-factor';

const ada = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' };

test('refuses a link that was never made', async () => {
  await openWelcome();
  expect(await refused(acceptWelcome('guess', ada))).toMatchObject({ reason: 'absent' });
});

test('a password that is easy to guess uses up nothing', async () => {
  const secret = (await openWelcome()) ?? '';
  const weak = acceptWelcome(secret, { ...ada, password: 'password123' });
  expect(await refused(weak)).toMatchObject({ reason: 'invalid', faults: [{ path: 'password' }] });
  expect(await db().user.count()).toBe(0);
  expect(await db().welcome.count({ where: { usedAt: null } })).toBe(1);
});

test('two who open one link at once: one becomes the first owner, the other is told', async () => {
  const secret = (await openWelcome()) ?? '';
  const came = await Promise.allSettled([
    acceptWelcome(secret, ada),
    acceptWelcome(secret, { ...ada, email: 'eve@example.org' }),
  ]);
  expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await db().user.count()).toBe(1);
  const [owner] = await db().user.findMany();
  const sent = {
    email: owner?.email ?? '',
    password: ada.password,
    address: '::1',
    secret: testSecret,
  };
  expect(await signIn(sent)).toMatchObject({ name: 'Ada' });
  expect(await refused(acceptWelcome(secret, ada))).toMatchObject({ reason: 'absent' });
});
