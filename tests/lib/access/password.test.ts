import { expect, test } from '@jest/globals';
import { hashPassword, isPassword, password } from '@/lib/access/password';

test.each([
  ['nine char', 'A password needs at least 10 characters.'],
  ['x'.repeat(201), 'A password has at most 200 characters.'],
  ['half a \ud83d here', 'It has half of a character in it (a lone surrogate).'],
])('refuses %j', (sent, why) => {
  expect(password.safeParse(sent).error?.issues[0]?.message).toBe(why);
});

test.each(['ten  chars', 'x'.repeat(200), 'пароль мой 😀', '          '])('takes %j', (sent) => {
  expect(password.parse(sent)).toBe(sent);
});

test('hashes by argon2id with the named parameters, salted', async () => {
  const [one, other] = await Promise.all([
    hashPassword('correct horse'),
    hashPassword('correct horse'),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
});

test('knows the right one, however its letters were composed', async () => {
  const stored = await hashPassword('caf\u00e9 au lait');
  expect(await isPassword(stored, 'cafe\u0301 au lait')).toBe(true);
  expect(await isPassword(stored, 'cafe au lait')).toBe(false);
});

test('nobody without a password gets in, not even by the decoy', async () => {
  expect(await isPassword(null, 'nobody has this password')).toBe(false);
});
