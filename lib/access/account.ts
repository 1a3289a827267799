import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { forbidden } from '@/lib/refusal';
import { endResets } from './password-reset-store';
import type { AccountView } from './person';
import { recordSecurityEvent } from './security-events';
import { readSecondFactor } from './set-up-second-factor';
import { revokeAll } from './token-store';
import { disable, findByEmail } from './user-store';
import type { Viewer } from './viewer';

/**
 * How the viewer signs in.
 *
 * @throws {Refusal} `forbidden` for a token.
 */
export async function readAccount(viewer: Viewer): Promise<AccountView> {
  if (viewer.by !== 'session') throw forbidden('A token cannot read sign-in settings.');
  const secondFactor = await readSecondFactor(viewer);
  const person = await findByEmail(db(), viewer.email);
  const hasPassword = person !== null && person.passwordHash !== null;
  return { name: viewer.name, email: viewer.email, hasPassword, secondFactor };
}

/**
 * Disables an account in a transaction: its sessions, tokens and reset links end, its work stays.
 * False if it is disabled already. The caller checks the permission and calls `forgetEverywhere`
 * after the commit.
 *
 * @param actorId - who disables it; null for the operator
 */
export async function disableAccount(
  tx: Db,
  userId: string,
  actorId: string | null,
): Promise<boolean> {
  if (!(await disable(tx, userId))) return false;
  await revokeAll(tx, userId);
  await endResets(tx, userId);
  await recordSecurityEvent(tx, { kind: 'account-disabled', actorId, userId });
  return true;
}
