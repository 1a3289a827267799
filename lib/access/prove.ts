import { z } from 'zod';
import { db } from '@/lib/db';
import { conflict, forbidden, invalid } from '@/lib/refusal';
import { attempt, ownAttempt } from './attempts';
import { isPassword } from './hash-password';
import { recordSecurityEvent } from './record-security-event';
import { codeInput } from './second-factor';
import { hasFactor } from './second-factor-store';
import { noteProof } from './session-store';
import { spendCode } from './spend-code';
import { findByEmail } from './user-store';
import type { Viewer } from './viewer';

/** By what somebody who is signed in proves again that it is them. */
export const proof = z.union([z.strictObject({ password: z.string().max(200) }), codeInput]);

async function recordFailed({ userId }: Viewer, by: 'password' | 'code'): Promise<void> {
  const event = { kind: 'proof-failed', actorId: userId, userId, details: { by } } as const;
  await recordSecurityEvent(db(), event);
}

async function proveByCode(viewer: Viewer, code: string, secret: string, address: string) {
  if (!(await hasFactor(db(), viewer.userId)))
    throw conflict('You have no second factor. Give your password instead; nothing was changed.');
  if (!(await spendCode(viewer.userId, code, secret, address))) {
    await recordFailed(viewer, 'code');
    throw invalid('code', 'This code is wrong, or was used already. Nothing was changed.');
  }
}

async function proveByPassword(viewer: Viewer, password: string, address: string) {
  const isRight = await attempt(ownAttempt(viewer, address), async () => {
    const person = await findByEmail(db(), viewer.email);
    if (person === null || person.passwordHash === null)
      throw conflict(
        'This account has no password. Sign in again through your provider; nothing was changed.',
      );
    return (await isPassword(person.passwordHash, password)) || null;
  });
  if (isRight === null) {
    await recordFailed(viewer, 'password');
    throw invalid('password', 'This is not your password. Nothing was changed.');
  }
}

/**
 * Renews the proof of the session that asks, by the password or a code of the second factor; a wrong
 * one counts as a try. People who have neither sign in again through their provider instead.
 *
 * @param secret - the server's, by which secrets of second factors are sealed
 */
export async function prove(
  viewer: Viewer,
  sent: z.infer<typeof proof>,
  { address, secret }: { address: string; secret: string },
): Promise<void> {
  if (viewer.by !== 'session' || viewer.sessionId === undefined)
    throw forbidden('A token cannot prove who you are. Sign in to do it.');
  if ('code' in sent) await proveByCode(viewer, sent.code, secret, address);
  else await proveByPassword(viewer, sent.password, address);
  await noteProof(db(), viewer.sessionId, new Date());
}
