import { Secret } from 'otpauth';
import { db } from '@/lib/db';
import { conflict, forbidden, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { attempt } from './attempts';
import { codeAttempt, factorPurpose } from './check-code';
import { forgetEverywhere } from './known-viewers';
import { checkProof } from './proof';
import type { NewFactorView, RecoveryCodesView, SecondFactorView } from './second-factor';
import { mintRecoveryCodes, recoveryHash, totpStep, totpUri } from './second-factor-codes';
import {
  confirmFactor,
  countRecoveryCodes,
  deleteFactor,
  findFactor,
  hasFactor,
  putUnconfirmed,
  replaceRecoveryCodes,
} from './second-factor-store';
import { seal, unseal } from './secret';
import { recordSecurityEvent } from './security-events';
import type { Viewer } from './viewer';

/**
 * Whether the viewer has a confirmed second factor, and how many unused recovery codes.
 *
 * @throws {Refusal} `forbidden` for a token.
 */
export async function readSecondFactor(viewer: Viewer): Promise<SecondFactorView> {
  if (viewer.by !== 'session') throw forbidden('A token cannot read sign-in settings.');
  const factor = await findFactor(db(), viewer.userId);
  const confirmedAt = factor?.confirmedAt?.toISOString() ?? null;
  if (confirmedAt === null) return { confirmedAt, recoveryCodes: 0 };
  return { confirmedAt, recoveryCodes: await countRecoveryCodes(db(), viewer.userId) };
}

const there = () =>
  conflict('You have a second factor already. Nothing was changed; remove it first.');

const missing = () => conflict('You have no second factor. Nothing was changed.');

/**
 * Begins to set up a second factor: creates a secret for an authenticator app and stores it, sealed
 * with the server's `secret`. It has no effect until it is confirmed with a code.
 *
 * @throws {Refusal} `forbidden` without a fresh proof; `conflict` if a second factor is confirmed already.
 */
export async function beginSecondFactor(viewer: Viewer, secret: string): Promise<NewFactorView> {
  await checkProof(viewer, 'set up a second factor');
  const { userId, email } = viewer;
  const shared = new Secret({ size: 20 }).base32;
  if (!(await putUnconfirmed(db(), userId, seal(secret, factorPurpose, userId, shared))))
    throw there();
  return { secret: shared, uri: totpUri(shared, email) };
}

/**
 * Confirms the new second factor with a code of it; returns recovery codes, which are not shown again.
 *
 * @throws {Refusal} `forbidden` without a fresh proof; `conflict` if there is no unconfirmed factor;
 * `invalid` if the code is wrong; `too-many` after too many attempts.
 */
export async function confirmSecondFactor(
  viewer: Viewer,
  code: string,
  secret: string,
  address: string,
): Promise<RecoveryCodesView> {
  await checkProof(viewer, 'set up a second factor');
  const { userId } = viewer;
  const factor = await findFactor(db(), userId);
  if (factor === null) throw missing();
  if (factor.confirmedAt !== null) throw there();
  const shared = unseal(secret, factorPurpose, userId, factor.sealed);
  const step = await attempt(codeAttempt(userId, address), () =>
    Promise.resolve(shared === null ? null : totpStep(shared, code.replace(/\s/g, ''), new Date())),
  );
  if (step === null)
    throw invalid(
      'code',
      'This is not the code that the app shows now. Nothing was changed; check the clock of the device, then enter the next code.',
    );
  const codes = mintRecoveryCodes();
  await transaction(async (tx) => {
    if (!(await confirmFactor(tx, userId, factor.sealed, step))) throw there();
    await replaceRecoveryCodes(tx, userId, codes.map(recoveryHash));
    await recordSecurityEvent(tx, { kind: 'second-factor-added', actorId: userId, userId });
  });
  forgetEverywhere(userId);
  return { recoveryCodes: codes };
}

/**
 * Replaces the recovery codes; the new ones are not shown again.
 *
 * @throws {Refusal} `forbidden` without a fresh proof; `conflict` without a second factor.
 */
export async function renewRecoveryCodes(viewer: Viewer): Promise<RecoveryCodesView> {
  await checkProof(viewer, 'make recovery codes');
  if (!(await hasFactor(db(), viewer.userId))) throw missing();
  const codes = mintRecoveryCodes();
  const { userId } = viewer;
  await transaction(async (tx) => {
    await replaceRecoveryCodes(tx, userId, codes.map(recoveryHash));
    await recordSecurityEvent(tx, { kind: 'recovery-codes-made', actorId: userId, userId });
  });
  return { recoveryCodes: codes };
}

/**
 * Removes the second factor and its recovery codes.
 *
 * @throws {Refusal} `forbidden` without a fresh proof; `conflict` without a second factor.
 */
export async function removeSecondFactor(viewer: Viewer): Promise<void> {
  await checkProof(viewer, 'remove the second factor');
  const { userId } = viewer;
  await transaction(async (tx) => {
    if (!(await deleteFactor(tx, userId))) throw missing();
    await recordSecurityEvent(tx, { kind: 'second-factor-removed', actorId: userId, userId });
  });
  forgetEverywhere(viewer.userId);
}
