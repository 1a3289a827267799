import { expect, test } from '@jest/globals';
import { checkPassword } from '@/lib/access/check-password';
import { refused } from '@/tests/builders/refused';

const ada = { name: 'Ada Lovelace', email: 'ada.lovelace@engine.example.org' };

test.each([
  'password123',
  'Password123!',
  'qwertyuiop',
  '1234567890',
  'abcdefghij',
  'aaaaaaaaaaaaaaaa',
  'monkeymonkey',
  'iloveyou2026',
  'P@ssw0rd2026',
  'parallax2026',
  '          ',
])('refuses %j as easy to guess', async (password) => {
  expect(await refused(checkPassword(password, ada, 'next'))).toMatchObject({
    reason: 'invalid',
    message: expect.stringContaining('easy to guess'),
    faults: [{ path: 'next' }],
  });
});

test.each([ada.email, 'Ada.Lovelace1', 'ada-lovelace!!', 'engine.example.org'])(
  'refuses %j as the address',
  async (password) => {
    const { message } = await refused(checkPassword(password, ada));
    expect(message).toContain('too much like the e-mail address');
  },
);

test.each([
  'correct horse battery',
  'staple staple staple',
  'пароль мой 😀',
  'long enough',
  'gq7#Lw2pZx',
  '@$€4301l|!'.repeat(20),
])('takes %j', async (password) => {
  const began = performance.now();
  await checkPassword(password, ada);
  // A bound, where a password of any length could take minutes.
  expect(performance.now() - began).toBeLessThan(20_000);
});
