import { disableAccount, announceAccountEnded } from './account';
import { openReset } from './reset-links';
import { recordSecurityEvent } from './security-events';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { absent, conflict } from '@/lib/refusal';
import type { PasswordResetView } from './password-reset';
import { deleteFactor } from './second-factor-store';
import { endAllSessions } from './session-store';
import { accountOf } from './sign-in';
import { enable, findAccount } from './user-store';

// Only for the one who runs the server: whoever reaches its database may do anything anyway.

async function accountBy(email: string) {
  const account = await findAccount(db(), accountOf(email));
  if (account === null) throw absent('account');
  return account;
}

/** Makes a link that sets a new password for the account of this e-mail; for the one who runs the server. */
export async function resetByEmail(email: string, origin: string): Promise<PasswordResetView> {
  const { userId, isDisabled } = await accountBy(email);
  if (isDisabled) throw conflict('This account is disabled. Nothing was made; enable it first.');
  return openReset(db(), { userId, madeById: null, origin });
}

/** Disables the account of this e-mail; false where it was already. For the one who runs the server. */
export async function disableByEmail(email: string): Promise<boolean> {
  const { userId } = await accountBy(email);
  const isDone = await transaction((tx) => disableAccount(tx, userId, null));
  announceAccountEnded(userId);
  return isDone;
}

/** Enables the account of this e-mail again; false where it was not disabled. For the one who runs the server. */
export async function enableByEmail(email: string): Promise<boolean> {
  const { userId } = await accountBy(email);
  return transaction(async (tx) => {
    const isDone = await enable(tx, userId);
    if (isDone) await recordSecurityEvent(tx, { kind: 'account-enabled', userId });
    return isDone;
  });
}

/**
 * Removes the second factor of the account of this e-mail, its recovery codes included, and ends its
 * sessions; false where it has none. For the one who runs the server, once they know who is asking.
 */
export async function removeFactorByEmail(email: string): Promise<boolean> {
  const { userId } = await accountBy(email);
  const isDone = await transaction(async (tx) => {
    if (!(await deleteFactor(tx, userId))) return false;
    await endAllSessions(tx, userId);
    await recordSecurityEvent(tx, { kind: 'second-factor-removed', userId });
    return true;
  });
  if (isDone) announceAccountEnded(userId);
  return isDone;
}
