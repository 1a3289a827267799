import { expect, test } from '@jest/globals';
import { hashPassword, isPassword } from '@/lib/access/hash-password';

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
