import { expect, test } from '@jest/globals';
import { makeFirstOwner } from '@/lib/access/make-first-owner';
import { signIn } from '@/lib/access/sign-in';
import { db } from '@/lib/db';
import { refused } from '@/tests/builders/refused';
import { testSecret } from '@/tests/builders/a-second-factor';

const ada = { name: 'Ada', email: 'Ada@example.org', password: 'correct horse battery' };

test.each([
  [{ ...ada, email: 'ada' }, 'PARALLAX_OWNER_EMAIL'],
  [{ ...ada, password: 'short' }, 'PARALLAX_OWNER_PASSWORD'],
  [{ ...ada, password: 'password123' }, 'PARALLAX_OWNER_PASSWORD'],
  [{ ...ada, password: 'ada@example.org' }, 'PARALLAX_OWNER_PASSWORD'],
  [{ ...ada, name: '' }, 'PARALLAX_OWNER_NAME'],
])('refuses %j by the name of the variable, without its value', async (sent, variable) => {
  const refusal = await refused(makeFirstOwner(sent));
  expect(refusal.message).toMatch(new RegExp(`^${variable} does not hold: `));
  expect(refusal.message).not.toMatch(/short|password123|ada@/);
});

test('makes the first owner once, however many start together', async () => {
  const made = await Promise.all([makeFirstOwner(ada), makeFirstOwner({ ...ada, name: 'Two' })]);
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await db().user.count()).toBe(1);
  const sent = {
    email: 'ada@example.org',
    password: ada.password,
    address: '::1',
    secret: testSecret,
  };
  expect(await signIn(sent)).not.toBeNull();
  expect(await makeFirstOwner({ ...ada, email: 'other@example.org' })).toBe(false);
});
