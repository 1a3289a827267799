import type { Db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { forgetViewer } from './known-viewers';
import { endResets } from './password-reset-store';
import { recordSecurityEvent } from './record-security-event';
import { revokeAll } from './token-store';
import { disable } from './user-store';

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
