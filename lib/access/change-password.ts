import { z } from 'zod';
import { db } from '@/lib/db';
import { forbidden, invalid } from '@/lib/refusal';
import { countAttempt } from './attempts';
import { forgetEverywhere } from './forget-everywhere';
import { hashPassword, isPassword } from './hash-password';
import { password } from './password';
import { noteProof } from './session-store';
import { findByEmail, replacePassword } from './user-store';
import type { Viewer } from './viewer';

/** The present password and the one to come. */
export const passwordChange = z.strictObject({ current: z.string().max(200), next: password });

/**
 * Sets a new password for the one signed in, ending every other session of theirs; tokens stay. The
 * present password proves who they are.
 */
export async function changePassword(
  viewer: Viewer,
  change: z.infer<typeof passwordChange>,
  address: string,
): Promise<void> {
  if (viewer.by !== 'session')
    throw forbidden('A token cannot change a password. Sign in to do it.');
  await countAttempt(viewer.email, address);
  const person = await findByEmail(db(), viewer.email);
  if (person === null || !(await isPassword(person.passwordHash, change.current))) {
    throw invalid('current', 'This is not your present password. Nothing was changed.');
  }
  const hash = await hashPassword(change.next);
  await replacePassword(db(), viewer.userId, hash, viewer.sessionId ?? null);
  if (viewer.sessionId !== undefined) await noteProof(db(), viewer.sessionId, new Date());
  forgetEverywhere(viewer.userId);
}
