import { z } from 'zod';
import { db } from '@/lib/db';
import { forbidden, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { attempt, ownAttempt } from './attempts';
import { checkPassword } from './check-password';
import { hashPassword, isPassword } from './hash-password';
import { forgetEverywhere } from './known-viewers';
import { endResets } from './password-reset-store';
import { password } from './person';
import { recordSecurityEvent } from './security-events';
import { noteProof } from './session-store';
import { findByEmail, replacePassword } from './user-store';
import type { Viewer } from './viewer';

/** The current password and the new one. */
export const passwordChange = z.strictObject({ current: z.string().max(200), next: password });

/**
 * Sets a new password for the viewer, ends their other sessions and their reset links, and renews the
 * proof of this session. Tokens stay valid.
 *
 * @param address - the client's network address
 * @throws {Refusal} `forbidden` for a token; `invalid` if the current password is wrong or the new one
 * too weak; `too-many` after too many attempts.
 */
export async function changePassword(
  viewer: Viewer,
  change: z.infer<typeof passwordChange>,
  address: string,
): Promise<void> {
  if (viewer.by !== 'session')
    throw forbidden('A token cannot change a password. Sign in to do it.');
  const isRight = await attempt(ownAttempt(viewer, address), async () => {
    const person = await findByEmail(db(), viewer.email);
    return (await isPassword(person?.passwordHash ?? null, change.current)) || null;
  });
  if (isRight === null) {
    const event = { actorId: viewer.userId, userId: viewer.userId, details: { by: 'password' } };
    await recordSecurityEvent(db(), { kind: 'proof-failed', ...event });
    throw invalid('current', 'This is not your current password. Nothing was changed.');
  }
  await checkPassword(change.next, viewer, 'next');
  const { userId, sessionId } = viewer;
  const passwordHash = await hashPassword(change.next);
  await transaction(async (tx) => {
    await replacePassword(tx, userId, passwordHash, sessionId ?? null);
    if (sessionId !== undefined) await noteProof(tx, sessionId, new Date());
    await endResets(tx, userId);
    await recordSecurityEvent(tx, { kind: 'password-changed', actorId: userId, userId });
  });
  forgetEverywhere(userId);
}
