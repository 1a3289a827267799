import { z } from 'zod';
import { db } from '@/lib/db';
import { conflict, forbidden, invalid } from '@/lib/refusal';
import { countAttempt, forgetAttempts } from './attempts';
import { isPassword } from './hash-password';
import { noteProof } from './session-store';
import { findByEmail } from './user-store';
import type { Viewer } from './viewer';

/** By what somebody who is signed in proves again that it is them. */
export const proof = z.strictObject({ password: z.string().max(200) });

/**
 * Renews the proof of the session that asks; a wrong one counts as a try at the account. People
 * without a password sign in again through their provider instead.
 */
export async function prove(
  viewer: Viewer,
  sent: z.infer<typeof proof>,
  address: string,
): Promise<void> {
  if (viewer.by !== 'session' || viewer.sessionId === undefined)
    throw forbidden('A token cannot prove who you are. Sign in to do it.');
  await countAttempt(viewer.email, address);
  const person = await findByEmail(db(), viewer.email);
  if (person === null || person.passwordHash === null)
    throw conflict(
      'This account has no password. Sign in again through your provider; nothing was changed.',
    );
  if (!(await isPassword(person.passwordHash, sent.password)))
    throw invalid('password', 'This is not your password. Nothing was changed.');
  await forgetAttempts(viewer.email);
  await noteProof(db(), viewer.sessionId, new Date());
}
