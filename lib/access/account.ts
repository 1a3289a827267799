import type { AccountView } from './person';
import { readSecondFactor } from './set-up-second-factor';
import { recordSecurityEvent } from './security-events';
import { db } from '@/lib/db';
import type { Db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { forbidden } from '@/lib/refusal';
import { forgetViewer } from './known-viewers';
import { endResets } from './password-reset-store';
import { revokeAll } from './token-store';
import { findByEmail, disable } from './user-store';
import type { Viewer } from './viewer';

/** How the one who asks signs in; for sessions only. */
export async function readAccount(viewer: Viewer): Promise<AccountView> {
  if (viewer.by !== 'session') throw forbidden('A token cannot read how somebody signs in.');
  const secondFactor = await readSecondFactor(viewer);
  const person = await findByEmail(db(), viewer.email);
  const hasPassword = person !== null && person.passwordHash !== null;
  return { name: viewer.name, email: viewer.email, hasPassword, secondFactor };
}

/**
 * Disables an account in a transaction: its sessions, tokens and open links end, what it made stays.
 * False where it is disabled already. `actorId` is who does it, null for whoever runs the server. Whoever calls it has decided that it may be done, and calls
 * `tellAccountEnded` once it is committed.
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

/** Has every process and every live line forget a person whose sessions have been ended. */
export function announceAccountEnded(userId: string): void {
  forgetViewer(userId);
  announce({ kind: 'rights', of: { userId } });
}
