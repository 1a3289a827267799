import { db } from '@/lib/db';
import type { Attempt } from './attempts';
import { attempt } from './attempts';
import { recoveryHash } from './recovery-code';
import { unseal } from './seal';
import { findFactor, spendRecoveryCode, spendStep } from './second-factor-store';
import { totpStep } from './totp';

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
