import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import type { Attempt } from './attempts';
import { attempt } from './attempts';
import { recoveryHash, totpStep } from './second-factor-codes';
import { findFactor, hasFactor, spendRecoveryCode, spendStep } from './second-factor-store';
import { unseal } from './secret';

/** The purpose with which the secrets of second factors are sealed (see `seal`). */
export const factorPurpose = 'second factor';

/** An attempt at a code; counted for the person, independent of the network. */
export const codeAttempt = (userId: string, address: string): Attempt => ({
  account: `second factor of ${userId}`,
  address,
  device: 'code',
});

async function isTotp(userId: string, code: string, secret: string): Promise<boolean> {
  const factor = await findFactor(db(), userId);
  if (factor === null || factor.confirmedAt === null) return false;
  const shared = unseal(secret, factorPurpose, userId, factor.sealed);
  const step = shared === null ? null : totpStep(shared, code, new Date());
  return step !== null && spendStep(db(), userId, step);
}

/**
 * Uses up a code: true if it is an unused code of the person's app or an unused recovery code. Attempts
 * are counted for the person, independent of the network: only who knows the password gets this far.
 *
 * @param secret - the server's secret, which seals the secrets of second factors
 * @throws {Refusal} `too-many` after too many attempts.
 */
export async function spendCode(
  userId: string,
  sent: string,
  secret: string,
  address: string,
): Promise<boolean> {
  const code = sent.replace(/[\s-]/g, '');
  const isRight = await attempt(codeAttempt(userId, address), async () => {
    const isSpent = /^\d{6}$/.test(code)
      ? await isTotp(userId, code, secret)
      : await spendRecoveryCode(db(), userId, recoveryHash(code));
    return isSpent || null;
  });
  return isRight === true;
}

/** The code that a person signs in with, and what is needed to check it. */
export type GivenCode = {
  code?: string;
  /** The server's secret, which seals the secrets of second factors. */
  secret: string;
  /** The client's network address. */
  address: string;
};

/**
 * Checks the second factor, the last step of signing in after the password or the provider. Returns
 * whether a code was needed.
 *
 * @throws {Refusal} `unknown` with the type `code-needed` or `code-wrong`; `too-many`.
 */
export async function checkCode(
  userId: string,
  { code = '', secret, address }: GivenCode,
): Promise<boolean> {
  if (!(await hasFactor(db(), userId))) return false;
  if (code.trim() === '') {
    const message = 'Enter the code of your authenticator app as well. You are not signed in yet.';
    throw new Refusal('unknown', message, [], undefined, 'code-needed');
  }
  if (!(await spendCode(userId, code.slice(0, 64), secret, address))) {
    const message = 'This code is wrong, or was used already. You are not signed in.';
    throw new Refusal('unknown', message, [], undefined, 'code-wrong');
  }
  return true;
}
