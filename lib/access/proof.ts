import { z } from 'zod';
import { db } from '@/lib/db';
import { Refusal, conflict, forbidden, invalid } from '@/lib/refusal';
import { attempt, ownAttempt } from './attempts';
import { spendCode } from './check-code';
import { isPassword } from './hash-password';
import { codeInput } from './second-factor';
import { hasFactor } from './second-factor-store';
import { recordSecurityEvent } from './security-events';
import { isProofFresh } from './session';
import { findProvedAt, noteProof } from './session-store';
import { findByEmail } from './user-store';
import type { Viewer } from './viewer';

/** What a signed-in person proves their identity with again: the password or a code. */
export const proof = z.union([z.strictObject({ password: z.string().max(200) }), codeInput]);

async function recordFailed({ userId }: Viewer, by: 'password' | 'code'): Promise<void> {
  const event = { kind: 'proof-failed', actorId: userId, userId, details: { by } } as const;
  await recordSecurityEvent(db(), event);
}

async function proveByCode(viewer: Viewer, code: string, secret: string, address: string) {
  if (!(await hasFactor(db(), viewer.userId)))
    throw conflict('You have no second factor. Enter your password instead; nothing was changed.');
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
 * Renews the proof of identity of this session with the password or a code of the second factor. A
 * wrong one counts as an attempt. People who have neither sign in through their provider again.
 *
 * @param secret - the server's secret, which seals the secrets of second factors
 * @throws {Refusal} `forbidden` for a token; `invalid` if it is wrong; `conflict` if the account does
 * not have what was sent; `too-many` after too many attempts.
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
 * Refuses tokens, and sessions without a proof of identity in the last 15 minutes: for actions that an
 * unattended browser or a stolen cookie must not be enough for.
 *
 * @param what - the action for the message, as in “make tokens”
 * @throws {Refusal} `forbidden`; with the type `proof-needed` if a new proof is enough.
 */
export async function checkProof(viewer: Viewer, what: string): Promise<void> {
  if (viewer.by !== 'session') throw forbidden(`A token cannot ${what}. Sign in to do it.`);
  const { sessionId } = viewer;
  const provedAt = sessionId === undefined ? null : await findProvedAt(db(), sessionId);
  if (provedAt !== null && isProofFresh(provedAt, new Date())) return;
  const message = `Before you ${what}, confirm your identity again. Nothing was changed.`;
  throw new Refusal('forbidden', message, [], undefined, 'proof-needed');
}
