import { forgetEverywhere } from '@/lib/access/known-viewers';
import { fingerprint } from '@/lib/access/secret';
import { recordSecurityEvent } from '@/lib/access/security-events';
import { checkPassword } from '@/lib/access/check-password';
import { hashPassword } from '@/lib/access/hash-password';
import type { NewPasswordInput } from '@/lib/access/password-reset';
import type { OpenReset } from '@/lib/access/password-reset-store';
import { findReset, spendReset } from '@/lib/access/password-reset-store';
import { mayResetPassword } from '@/lib/access/permission';
import { findPerson, replacePassword } from '@/lib/access/user-store';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { coversAccount } from './member-account';

/**
 * The reset of a link, while it works; one made by a member works only while that member may still
 * make it.
 */
async function workingReset(on: Db, hash: string): Promise<OpenReset | null> {
  const reset = await findReset(on, hash, new Date());
  if (reset === null || reset.madeById === null) return reset;
  if ((await findPerson(on, reset.madeById)) === null) return null;
  const holds = await coversAccount(on, reset.madeById, reset.userId, mayResetPassword);
  return holds ? reset : null;
}

/** Whose password the link with this secret resets; null where it does not work. */
export async function readReset(secret: string): Promise<{ email: string } | null> {
  const reset = await workingReset(db(), fingerprint(secret));
  return reset && { email: reset.email };
}

/**
 * Sets a new password by a link, once. Ends every session and every other link of the person;
 * tokens stay.
 *
 * @throws {Refusal} `absent` where the link does not work, and what `checkPassword` throws.
 */
export async function acceptReset({ secret, password }: NewPasswordInput): Promise<void> {
  const gone = () => absent('link to reset a password');
  const hash = fingerprint(secret);
  const offered = await workingReset(db(), hash);
  if (offered === null) throw gone();
  await checkPassword(password, offered);
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    const reset = await workingReset(tx, hash);
    if (reset === null || !(await spendReset(tx, hash, reset.userId))) throw gone();
    await replacePassword(tx, reset.userId, passwordHash);
    await recordSecurityEvent(tx, { kind: 'password-reset', userId: reset.userId });
  });
  forgetEverywhere(offered.userId);
}
