import { db } from '@/lib/db';
import { Refusal, forbidden } from '@/lib/refusal';
import { isProofFresh } from './session';
import { findProvedAt } from './session-store';
import type { Viewer } from './viewer';

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
