import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  confirmFactor,
  countRecoveryCodes,
  deleteFactor,
  findFactor,
  hasFactor,
  putUnconfirmed,
  replaceRecoveryCodes,
  spendRecoveryCode,
  spendStep,
} from '@/lib/access/second-factor-store';
import { db } from '@/lib/db';
import { aPerson } from '@/tests/builders/a-person';

test('a factor is replaced until it is confirmed, and then only removed', async () => {
  const { userId } = await aPerson();
  expect(await findFactor(db(), userId)).toBeNull();
  expect(await putUnconfirmed(db(), userId, 'one')).toBe(true);
  expect(await putUnconfirmed(db(), userId, 'two')).toBe(true);
  expect(await hasFactor(db(), userId)).toBe(false);
  expect(await spendStep(db(), userId, 5)).toBe(false);
  expect(await confirmFactor(db(), userId, 'one', 7)).toBe(false);
  expect(await confirmFactor(db(), userId, 'two', 7)).toBe(true);
  expect(await confirmFactor(db(), userId, 'two', 8)).toBe(false);
  expect(await hasFactor(db(), userId)).toBe(true);
  expect(await putUnconfirmed(db(), userId, 'three')).toBe(false);
  expect(await findFactor(db(), userId)).toMatchObject({ sealed: 'two' });
  expect([await spendStep(db(), userId, 7), await spendStep(db(), userId, 8)]).toEqual([
    false,
    true,
  ]);
  expect(await spendStep(db(), userId, 8)).toBe(false);
  expect(await deleteFactor(db(), userId)).toBe(true);
  expect(await deleteFactor(db(), userId)).toBe(false);
  expect(await hasFactor(db(), userId)).toBe(false);
  expect(await hasFactor(db(), v7())).toBe(false);
});

test('a recovery code is used once, by its owner', async () => {
  const [ada, eve] = [await aPerson(), await aPerson()];
  await replaceRecoveryCodes(db(), ada.userId, ['a', 'b']);
  expect(await spendRecoveryCode(db(), eve.userId, 'a')).toBe(false);
  expect(await spendRecoveryCode(db(), ada.userId, 'a')).toBe(true);
  expect(await spendRecoveryCode(db(), ada.userId, 'a')).toBe(false);
  expect(await countRecoveryCodes(db(), ada.userId)).toBe(1);
  await replaceRecoveryCodes(db(), ada.userId, ['c']);
  expect(await spendRecoveryCode(db(), ada.userId, 'b')).toBe(false);
  expect(await countRecoveryCodes(db(), ada.userId)).toBe(1);
});
