import { afterEach, describe, expect, test } from '@jest/globals';
import {
  checkPassword,
  isGuessable,
  isGuessableHere,
  isNearAddress,
} from '@/lib/access/check-password';
import { hashPassword, isPassword } from '@/lib/access/hash-password';
import { password } from '@/lib/access/person';
import { refused } from '@/tests/builders/refused';

describe('password', () => {
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
});

describe('check password', () => {
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
    // Without a limit a long password could take minutes.
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('near address', () => {
  const email = 'ada.lovelace@engine.org';

  test.each([
    email,
    'ADA.LOVELACE@ENGINE.ORG',
    'adalovelaceengineorg',
    'ada_lovelace_2026',
    'lovelace1815',
    '!!ada!!ada!!',
    'ada1234567',
    'Lovelace.Ada.1',
    'ada at engine',
  ])('%j is near it', (password) => expect(isNearAddress(password, email)).toBe(true));

  test.each(['ada and babbage', 'correct horse battery', '1234567890', 'engineering works', ''])(
    '%j is not',
    (password) => expect(isNearAddress(password, email)).toBe(false),
  );

  test('what is short, or digits alone, is no piece of an address', () => {
    expect(isNearAddress('al1234567890', 'al@x.y')).toBe(false);
    expect(isNearAddress('1234567890', '1234567890@x.y')).toBe(false);
    expect(isNearAddress('1234567890@x.y', '1234567890@x.y')).toBe(true);
  });
});

describe('guessable', () => {
  const held = globalThis as { parallaxGuessable?: unknown };
  afterEach(() => void delete held.parallaxGuessable);

  test('what is personal is guessed first', async () => {
    const password = 'Zyxwolfram99';
    expect(await isGuessableHere({ password, personal: [] })).toBe(false);
    expect(await isGuessableHere({ password, personal: ['zyxwolfram'] })).toBe(true);
  });

  test('the server’s thread is asked where there is one', async () => {
    held.parallaxGuessable = async () => true;
    expect(await isGuessable({ password: 'correct horse battery', personal: [] })).toBe(true);
  });
});

describe('hash password', () => {
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
});
