import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { spendCode } from '@/lib/access/check-code';
import { codeInput } from '@/lib/access/second-factor';
import { totpCode } from '@/lib/access/second-factor-codes';
import {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '@/lib/access/set-up-second-factor';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';
import { aSecondFactor, testSecret as secret } from '@/tests/builders/a-second-factor';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

const confirm = (viewer: Viewer, code: string) => confirmSecondFactor(viewer, code, secret, v7());

test('refuses a token, and a session without a fresh proof', async () => {
  const ada = await signedIn(await aPerson());
  await aSecondFactor(ada.userId);
  const old = await signedIn(ada);
  const where = { id: old.sessionId ?? '' };
  await db().session.update({ where, data: { provedAt: new Date(0) } });
  const token = { ...ada, by: 'token' as const };
  for (const [viewer, type] of [
    [token, undefined],
    [old, 'proof-needed'],
  ] as const)
    for (const refusal of [
      await refused(beginSecondFactor(viewer, secret)),
      await refused(confirm(viewer, '123456')),
      await refused(renewRecoveryCodes(viewer)),
      await refused(removeSecondFactor(viewer)),
    ]) {
      expect(refusal.reason).toBe('forbidden');
      expect(refusal.type).toBe(type);
    }
  expect(await refused(readSecondFactor(token))).toMatchObject({ reason: 'forbidden' });
  expect(await readSecondFactor(old)).toMatchObject({ recoveryCodes: 10 });
});

test('counts once a code of it was given; the secret is sealed and the codes are hashed', async () => {
  const ada = await signedIn(await aPerson());
  expect(await refused(confirm(ada, '123456'))).toMatchObject({ reason: 'conflict' });
  const first = await beginSecondFactor(ada, secret);
  const begun = await beginSecondFactor(ada, secret);
  expect(begun.secret).not.toBe(first.secret);
  expect(begun.uri).toContain(`secret=${begun.secret}`);
  expect(await readSecondFactor(ada)).toEqual({ confirmedAt: null, recoveryCodes: 0 });
  const wrong = totpCode(first.secret, new Date());
  expect(await refused(confirm(ada, wrong))).toMatchObject({ faults: [{ path: 'code' }] });
  const code = totpCode(begun.secret, new Date());
  const { recoveryCodes } = await confirm(ada, `${code.slice(0, 3)} ${code.slice(3)}`);
  expect(recoveryCodes).toHaveLength(10);
  expect(await readSecondFactor(ada)).toMatchObject({
    confirmedAt: expect.any(String),
    recoveryCodes: 10,
  });
  const stored = JSON.stringify([
    await db().secondFactor.findMany(),
    await db().recoveryCode.findMany(),
  ]);
  expect(stored).not.toContain(begun.secret);
  for (const one of recoveryCodes) expect(stored).not.toContain(one);
  // The code that confirmed it cannot be used to sign in.
  expect(await spendCode(ada.userId, code, secret, v7())).toBe(false);
  expect(await refused(beginSecondFactor(ada, secret))).toMatchObject({ reason: 'conflict' });
  expect(await refused(confirm(ada, code))).toMatchObject({ reason: 'conflict' });
});

test('new recovery codes end the old ones; removing ends all', async () => {
  const [ada, eve] = [await signedIn(await aPerson()), await signedIn(await aPerson())];
  const { recoveryCodes } = await aSecondFactor(ada.userId);
  for (const none of [renewRecoveryCodes(eve), removeSecondFactor(eve)])
    expect(await refused(none)).toMatchObject({ reason: 'conflict' });
  const renewed = await renewRecoveryCodes(ada);
  const spend = (code = '') => spendCode(ada.userId, code, secret, v7());
  expect(await spend(recoveryCodes[0])).toBe(false);
  expect(await spend(renewed.recoveryCodes[0])).toBe(true);
  expect(await readSecondFactor(ada)).toMatchObject({ recoveryCodes: 9 });
  await removeSecondFactor(ada);
  expect(await readSecondFactor(ada)).toEqual({ confirmedAt: null, recoveryCodes: 0 });
  expect(await spend(renewed.recoveryCodes[1])).toBe(false);
});

test('a code has six characters or more', () => {
  expect(codeInput.safeParse({ code: '12345' }).success).toBe(false);
  expect(codeInput.safeParse({ code: ' 123 456 ' }).success).toBe(true);
});
