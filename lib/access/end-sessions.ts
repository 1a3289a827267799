import { absent, forbidden } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { forgetEverywhere } from './forget-everywhere';
import { recordSecurityEvent } from './record-security-event';
import { endAllSessions, endOneSession } from './session-store';
import type { Viewer } from './viewer';

function requireSession(viewer: Viewer): void {
  if (viewer.by !== 'session') throw forbidden('A token cannot end sessions. Sign in to do it.');
}

async function endAll({ userId }: Viewer, exceptId: string | null): Promise<void> {
  await transaction(async (tx) => {
    await endAllSessions(tx, userId, exceptId);
    await recordSecurityEvent(tx, { kind: 'sessions-ended', actorId: userId, userId });
  });
  forgetEverywhere(userId);
}

/** Ends every session of the one who asks, on every machine; tokens stay. */
export async function endSessions(viewer: Viewer): Promise<void> {
  requireSession(viewer);
  await endAll(viewer, null);
}

/** Ends every session of the one who asks but the one by which they ask. */
export async function endOtherSessions(viewer: Viewer): Promise<void> {
  requireSession(viewer);
  await endAll(viewer, viewer.sessionId ?? null);
}

/** Ends one session of the one who asks, on every machine; anybody else's is absent. */
export async function endSession(viewer: Viewer, sessionId: string): Promise<void> {
  requireSession(viewer);
  const { userId } = viewer;
  await transaction(async (tx) => {
    if (!(await endOneSession(tx, userId, sessionId))) throw absent('session');
    await recordSecurityEvent(tx, { kind: 'session-ended', actorId: userId, userId });
  });
  forgetEverywhere(userId);
}

/** Ends the session that a cookie of ours names, when its person signs out; one that is ended stays so. */
export async function signOut(userId: string, sessionId: string): Promise<void> {
  const isEnded = await transaction(async (tx) => {
    if (!(await endOneSession(tx, userId, sessionId))) return false;
    await recordSecurityEvent(tx, { kind: 'sign-out', actorId: userId, userId });
    return true;
  });
  if (isEnded) forgetEverywhere(userId);
}
