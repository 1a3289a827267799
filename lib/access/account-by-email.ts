import { db } from '@/lib/db';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { disableAccount } from './account';
import { forgetEverywhere } from './known-viewers';
import type { PasswordResetView } from './password-reset';
import { openReset } from './reset-links';
import { deleteFactor } from './second-factor-store';
import { recordSecurityEvent } from './security-events';
import { endAllSessions } from './session-store';
import { accountOf } from './sign-in';
import { enable, findAccount } from './user-store';

// For the operator's commands, without permission checks: who can reach the database can do all this.
async function accountBy(email: string) {
  const account = await findAccount(db(), accountOf(email));
  if (account === null) throw absent('account');
  return account;
}

/**
 * Creates a link that sets a new password for the account with this e-mail address; for the operator.
 *
 * @throws {Refusal} `absent` if there is no such account; `conflict` if it is disabled.
 */
export async function resetByEmail(email: string, origin: string): Promise<PasswordResetView> {
  const { userId, isDisabled } = await accountBy(email);
  if (isDisabled) throw conflict('This account is disabled. Nothing was made; enable it first.');
  return openReset(db(), { userId, madeById: null, origin });
}

/**
 * Disables the account with this e-mail address; false if it is disabled already. For the operator.
 *
 * @throws {Refusal} `absent` if there is no such account.
 */
export async function disableByEmail(email: string): Promise<boolean> {
  const { userId } = await accountBy(email);
  const isDone = await transaction((tx) => disableAccount(tx, userId, null));
  forgetEverywhere(userId);
  return isDone;
}

/**
 * Enables the account with this e-mail address; false if it is not disabled. For the operator.
 *
 * @throws {Refusal} `absent` if there is no such account.
 */
export async function enableByEmail(email: string): Promise<boolean> {
  const { userId } = await accountBy(email);
  return transaction(async (tx) => {
    const isDone = await enable(tx, userId);
    if (isDone) await recordSecurityEvent(tx, { kind: 'account-enabled', userId });
    return isDone;
  });
}

/**
 * Removes the second factor and the recovery codes of the account with this e-mail address and ends
 * its sessions; false if it has no second factor. For the operator, who has identified the person.
 *
 * @throws {Refusal} `absent` if there is no such account.
 */
export async function removeFactorByEmail(email: string): Promise<boolean> {
  const { userId } = await accountBy(email);
  const isDone = await transaction(async (tx) => {
    if (!(await deleteFactor(tx, userId))) return false;
    await endAllSessions(tx, userId);
    await recordSecurityEvent(tx, { kind: 'second-factor-removed', userId });
    return true;
  });
  if (isDone) forgetEverywhere(userId);
  return isDone;
}
