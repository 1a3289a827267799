import { beforeEach, describe, expect, test } from '@jest/globals';
import { signIn } from '@/lib/access/sign-in';
import {
  acceptWelcome,
  firstPerson,
  isAnybodyHere,
  isWelcomeOpen,
  makeFirstOwner,
  openWelcome,
} from '@/lib/access/welcome';
import { hasWelcome, replaceWelcome, spendWelcome } from '@/lib/access/welcome-store';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { testSecret } from '@/tests/builders/a-second-factor';
import { refused } from '@/tests/builders/refused';

// Each test begins without users.
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "User", "Welcome" CASCADE`;
});

describe('is anybody here', () => {
  test('false before the first account', async () => {
    expect(await isAnybodyHere()).toBe(false);
    await aPerson();
    expect(await isAnybodyHere()).toBe(true);
  });
});

describe('open welcome', () => {
  test('each start gives a new link and ends the one before, until there is a user', async () => {
    const first = (await openWelcome()) ?? '';
    const second = (await openWelcome()) ?? '';
    expect(await isWelcomeOpen(first)).toBe(false);
    expect(await isWelcomeOpen(second)).toBe(true);
    await aPerson();
    expect(await openWelcome()).toBeNull();
  });
});

describe('is welcome open', () => {
  test('a link is open from when it is made to when it is used; another never was', async () => {
    const secret = (await openWelcome()) ?? '';
    expect(await isWelcomeOpen(secret)).toBe(true);
    expect(await isWelcomeOpen(`${secret}x`)).toBe(false);
    expect(await isWelcomeOpen('')).toBe(false);
    await acceptWelcome(secret, { name: 'Ada', email: 'ada@example.org', password: 'long enough' });
    expect(await isWelcomeOpen(secret)).toBe(false);
  });
});

describe('accept welcome', () => {
  const ada = { name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' };

  test('refuses a link that was never made', async () => {
    await openWelcome();
    expect(await refused(acceptWelcome('guess', ada))).toMatchObject({ reason: 'absent' });
  });

  test('a password that is easy to guess uses up nothing', async () => {
    const secret = (await openWelcome()) ?? '';
    const weak = acceptWelcome(secret, { ...ada, password: 'password123' });
    expect(await refused(weak)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'password' }],
    });
    expect(await db().user.count()).toBe(0);
    expect(await db().welcome.count({ where: { usedAt: null } })).toBe(1);
  });

  test('two who open one link at once: one becomes the first owner, the other is refused', async () => {
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
});

describe('make first owner', () => {
  const ada = { name: 'Ada', email: 'Ada@example.org', password: 'correct horse battery' };

  test.each([
    [{ ...ada, email: 'ada' }, 'PARALLAX_OWNER_EMAIL'],
    [{ ...ada, password: 'short' }, 'PARALLAX_OWNER_PASSWORD'],
    [{ ...ada, password: 'password123' }, 'PARALLAX_OWNER_PASSWORD'],
    [{ ...ada, password: 'ada@example.org' }, 'PARALLAX_OWNER_PASSWORD'],
    [{ ...ada, name: '' }, 'PARALLAX_OWNER_NAME'],
  ])('refuses %j by the name of the variable, without its value', async (sent, variable) => {
    const refusal = await refused(makeFirstOwner(sent));
    expect(refusal.message).toMatch(new RegExp(`^${variable} is not valid: `));
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
});

describe('first person', () => {
  test('null at first, then the oldest account', async () => {
    expect(await firstPerson()).toBeNull();
    const ada = await aPerson();
    await aPerson();
    expect(await firstPerson()).toMatchObject({
      userId: ada.userId,
      name: ada.name,
      by: 'session',
    });
  });
});

describe('welcome store', () => {
  test('one link is open at a time, and is used up once', async () => {
    expect(await hasWelcome(db(), 'one')).toBe(false);
    await replaceWelcome(db(), 'one');
    await replaceWelcome(db(), 'two');
    expect(await hasWelcome(db(), 'one')).toBe(false);
    expect(await spendWelcome(db(), 'one')).toBe(false);
    const spent = await Promise.all([spendWelcome(db(), 'two'), spendWelcome(db(), 'two')]);
    expect(spent.filter(Boolean)).toHaveLength(1);
    expect(await hasWelcome(db(), 'two')).toBe(false);
  });
});
