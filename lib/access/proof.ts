import { recordSecurityEvent } from './security-events';
import { spendCode } from './check-code';
import { z } from 'zod';
import { db } from '@/lib/db';
import { conflict, forbidden, invalid, Refusal } from '@/lib/refusal';
import { attempt, ownAttempt } from './attempts';
import { isPassword } from './hash-password';
import { codeInput } from './second-factor';
import { hasFactor } from './second-factor-store';
import { isProofFresh } from './session';
import { noteProof, findProvedAt } from './session-store';
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

/**
 * Refuses a token, and a session whose person has not proved who they are for 15 minutes: for what
 * somebody who finds an open browser, or a stolen cookie, may not do. `what` is what they want to do,
 * as in “make tokens”.
 */
export async function checkProof(viewer: Viewer, what: string): Promise<void> {
  if (viewer.by !== 'session') throw forbidden(`A token cannot ${what}. Sign in to do it.`);
  const { sessionId } = viewer;
  const provedAt = sessionId === undefined ? null : await findProvedAt(db(), sessionId);
  if (provedAt !== null && isProofFresh(provedAt, new Date())) return;
  const message = `Before you ${what}, prove again that it is you. Nothing was changed.`;
  throw new Refusal('forbidden', message, [], undefined, 'proof-needed');
}
