import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { checkCode, spendCode } from '@/lib/access/check-code';
import { aPerson } from '@/tests/builders/a-person';
import { aSecondFactor, testSecret as secret } from '@/tests/builders/a-second-factor';
import { refused } from '@/tests/builders/refused';

test('a code counts once, and none before it counts any more', async () => {
  const { userId } = await aPerson();
  const { code } = await aSecondFactor(userId);
  const spend = (given: string) => spendCode(userId, given, secret, v7());
  const [before, now] = [code(-1), code()];
  expect(await spend(now)).toBe(true);
  expect(await spend(now)).toBe(false);
  expect(await spend(before)).toBe(false);
  expect(await spend(code(1))).toBe(true);
});

test('of the same code sent many times at once, one counts', async () => {
  const { userId } = await aPerson();
  const { code, recoveryCodes } = await aSecondFactor(userId);
  for (const given of [code(), recoveryCodes[0] ?? '']) {
    const sent = Array.from({ length: 4 }, () => spendCode(userId, given, secret, v7()));
    expect((await Promise.all(sent)).filter(Boolean)).toHaveLength(1);
  }
});

test("somebody else's codes count for nobody, nor do those of another secret", async () => {
  const [ada, eve] = [await aPerson(), await aPerson()];
  const [hers, his] = [await aSecondFactor(ada.userId), await aSecondFactor(eve.userId)];
  expect(await spendCode(ada.userId, his.recoveryCodes[0] ?? '', secret, v7())).toBe(false);
  expect(await spendCode(ada.userId, hers.code(), 'another secret of the server', v7())).toBe(
    false,
  );
  expect(await spendCode(v7(), hers.code(), secret, v7())).toBe(false);
  expect(await spendCode(ada.userId, hers.code(), secret, v7())).toBe(true);
});

test('after ten wrong codes not even the right one, from wherever they come', async () => {
  const { userId } = await aPerson();
  const { code } = await aSecondFactor(userId);
  for (let at = 0; at < 10; at++) await spendCode(userId, 'aaaaaaaa', secret, v7());
  expect(await refused(spendCode(userId, code(), secret, v7()))).toMatchObject({
    reason: 'too-many',
  });
});

test('who has no second factor needs no code; who has one gives it', async () => {
  const [ada, ben] = [await aPerson(), await aPerson()];
  const { code } = await aSecondFactor(ada.userId);
  const given = { secret, address: v7() };
  await checkCode(ben.userId, given);
  for (const none of [undefined, '', ' '])
    expect(await refused(checkCode(ada.userId, { ...given, code: none }))).toMatchObject({
      type: 'code-needed',
    });
  expect(await refused(checkCode(ada.userId, { ...given, code: 'aaaaaaaa' }))).toMatchObject({
    type: 'code-wrong',
  });
  await checkCode(ada.userId, { ...given, code: code() });
});
