import { recoveryHash, totpStep } from './second-factor-codes';
import { unseal } from './secret';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import type { Attempt } from './attempts';
import { attempt } from './attempts';
import { findFactor, spendRecoveryCode, spendStep, hasFactor } from './second-factor-store';

/** For what the secrets of second factors are sealed. */
export const factorPurpose = 'second factor';

/** An attempt at a code: counted for the person, whatever network it comes from. */
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
 * Whether this is a code of the person's app that was not used before, or a recovery code that was
 * not; either is used up by it. Tries at codes are counted for the person, from wherever they come:
 * only who knows the password gets this far.
 *
 * @param secret - the server's, by which secrets of second factors are sealed
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

/** What somebody who signs in gives of their second factor, and by what it is read. */
export type GivenCode = {
  code?: string;
  /** The server's secret, by which secrets of second factors are sealed. */
  secret: string;
  /** The client's network address. */
  address: string;
};

/**
 * Refuses somebody who has a second factor and gives no code of it, or a wrong one: the last step of
 * signing in, after a password or a provider's word was right. Answers whether a code was needed.
 */
export async function checkCode(
  userId: string,
  { code = '', secret, address }: GivenCode,
): Promise<boolean> {
  if (!(await hasFactor(db(), userId))) return false;
  if (code.trim() === '') {
    const message = 'Give the code of your authenticator app as well. Nobody was signed in.';
    throw new Refusal('unknown', message, [], undefined, 'code-needed');
  }
  if (!(await spendCode(userId, code.slice(0, 64), secret, address))) {
    const message = 'This code is wrong, or was used already. Nobody was signed in.';
    throw new Refusal('unknown', message, [], undefined, 'code-wrong');
  }
  return true;
}
