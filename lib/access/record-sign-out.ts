import { db } from '@/lib/db';
import { recordSecurityEvent } from './record-security-event';
import { findPerson } from './user-store';

/** Records that a person has signed out; nothing for somebody who is not there any more. */
export async function recordSignOut(userId: string): Promise<void> {
  if ((await findPerson(db(), userId)) === null) return;
  await recordSecurityEvent(db(), { kind: 'sign-out', actorId: userId, userId });
}
