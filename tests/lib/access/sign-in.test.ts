import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { accountOf, recordFailedSignIn, recordingWrongCode, signIn } from '@/lib/access/sign-in';
import { db } from '@/lib/db';
import { Refusal, forbidden } from '@/lib/refusal';
import { aPerson } from '@/tests/builders/a-person';
import { aSecondFactor } from '@/tests/builders/a-second-factor';
import { refused } from '@/tests/builders/refused';

describe('sign in', () => {
  const secret = 'a secret of the tests alone, long enough';
  const right = 'correct horse battery';

  let last = 0;
  const elsewhere = () => `10.0.${last >> 8}.${last++ & 255}`;
  const from = (email: string, password: string) =>
    signIn({ email, password, address: elsewhere(), secret });

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

  test('a password counts as it was typed, to its last character', async () => {
    const long = 'correct horse battery staple '.repeat(7).slice(0, 200);
    const ada = await aPerson({ password: long });
    expect(await from(ada.email, `${long}x`)).toBeNull();
    expect(await from(ada.email, long.toUpperCase())).toBeNull();
    expect(await from(ada.email, ` ${long}`)).toBeNull();
    expect(await from(ada.email, long)).not.toBeNull();
  });

  test('after ten wrong tries from a network not even the right password from there, whether or not the account is there', async () => {
    const ada = await aPerson({ password: right });
    for (const [at, email] of [ada.email, `${v7()}@example.org`].entries()) {
      const address = `192.0.2.${at}`;
      const here = (password: string) => signIn({ email, password, address, secret });
      for (let time = 0; time < 10; time++) await here('wrong horse battery');
      expect(await refused(here(right))).toMatchObject({ reason: 'too-many' });
    }
    expect(
      await signIn({ email: ada.email, password: right, address: '192.0.2.9', secret }),
    ).not.toBeNull();
  });

  test('strangers lock nobody out of a known device', async () => {
    const ada = await aPerson({ password: right });
    const address = '192.0.2.77';
    const wrong = { email: ada.email, password: 'wrong horse battery', address, secret };
    for (let time = 0; time < 10; time++) await signIn(wrong);
    expect(await refused(signIn({ ...wrong, password: right }))).toMatchObject({
      reason: 'too-many',
    });
    expect(await signIn({ ...wrong, password: right, device: 'hers' })).not.toBeNull();
  });

  test('an account goes by the stored form of its address', () => {
    expect(accountOf(' ADA@Example.org ')).toBe('ada@example.org');
    expect(accountOf('nobody')).toBe('');
  });

  test('a disabled account cannot sign in', async () => {
    const ada = await aPerson({ password: right });
    await db().user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
    expect(await from(ada.email, right)).toBeNull();
  });

  test('who has a second factor gives a code of it, and learns nothing before the password is right', async () => {
    const ada = await aPerson({ password: right });
    const { code, recoveryCodes } = await aSecondFactor(ada.userId, secret);
    const given = { email: ada.email, address: v7(), secret };
    expect(await signIn({ ...given, password: 'wrong horse battery' })).toBeNull();
    expect(await signIn({ ...given, password: 'wrong horse battery', code: code() })).toBeNull();
    expect(await refused(signIn({ ...given, password: right }))).toMatchObject({
      reason: 'unknown',
      type: 'code-needed',
    });
    const enter = (one: string) => signIn({ ...given, password: right, code: one });
    expect(await refused(enter('000000000'))).toMatchObject({ type: 'code-wrong' });
    const now = code();
    expect(await enter(now)).toMatchObject({ id: ada.userId });
    expect(await refused(enter(now))).toMatchObject({ type: 'code-wrong' });
    expect(await enter(recoveryCodes[0] ?? '')).toMatchObject({ id: ada.userId });
    expect(await refused(enter(recoveryCodes[0] ?? ''))).toMatchObject({ type: 'code-wrong' });
  });

  test('a right password without a code forgets no tries', async () => {
    const ada = await aPerson({ password: right });
    await aSecondFactor(ada.userId, secret);
    const here = (password: string) =>
      signIn({ email: ada.email, password, address: '192.0.2.88', secret });
    for (let at = 0; at < 10; at++) {
      expect(await refused(here(right))).toMatchObject({ type: 'code-needed' });
      await here('wrong horse battery');
    }
    expect(await refused(here(right))).toMatchObject({ reason: 'too-many' });
  });
});

describe('record failed sign in', () => {
  const detailsOf = async (userId: string) => {
    const where = { userId, kind: 'sign-in-failed' };
    const rows = await db().securityEvent.findMany({ where, orderBy: { id: 'asc' } });
    return rows.map(({ details }) => details);
  };

  test('says which of the two was wrong, and throws on', async () => {
    const userId = v7();
    await recordFailedSignIn(userId, 'password');
    const wrong = new Refusal('unknown', 'It is wrong.', [], undefined, 'code-wrong');
    for (const thrown of [wrong, forbidden('No.')])
      expect(await refused(Promise.reject(thrown).catch(recordingWrongCode(userId)))).toBe(thrown);
    expect(await detailsOf(userId)).toEqual([{ by: 'password' }, { by: 'code' }]);
  });
});
