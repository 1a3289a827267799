import { z } from 'zod';
import { db } from '@/lib/db';
import { forbidden, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { announce } from './announce';
import { countAttempt } from './attempts';
import { forgetViewer } from './known-viewers';
import { hashPassword, isPassword } from './hash-password';
import { password } from './password';
import { recordSecurityEvent } from './record-security-event';
import { findByEmail, replacePassword } from './user-store';
import type { Viewer } from './viewer';

/** The present password and the one to come. */
export const passwordChange = z.strictObject({ current: z.string().max(200), next: password });

/** Sets a new password for the one signed in, ending every session of theirs; tokens stay. */
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
  const { userId } = viewer;
  const passwordHash = await hashPassword(change.next);
  await transaction(async (tx) => {
    await replacePassword(tx, userId, passwordHash);
    await recordSecurityEvent(tx, { kind: 'password-changed', actorId: userId, userId });
  });
  forgetViewer(viewer.userId);
  announce({ kind: 'rights', of: { userId: viewer.userId } });
}
