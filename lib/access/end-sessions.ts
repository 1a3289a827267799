import { db } from '@/lib/db';
import { absent, forbidden } from '@/lib/refusal';
import { forgetEverywhere } from './forget-everywhere';
import { endAllSessions, endOneSession } from './session-store';
import type { Viewer } from './viewer';

function requireSession(viewer: Viewer): void {
  if (viewer.by !== 'session') throw forbidden('A token cannot end sessions. Sign in to do it.');
}

/** Ends every session of the one who asks, on every machine; tokens stay. */
export async function endSessions(viewer: Viewer): Promise<void> {
  requireSession(viewer);
  await endAllSessions(db(), viewer.userId);
  forgetEverywhere(viewer.userId);
}

/** Ends every session of the one who asks but the one by which they ask. */
export async function endOtherSessions(viewer: Viewer): Promise<void> {
  requireSession(viewer);
  await endAllSessions(db(), viewer.userId, viewer.sessionId ?? null);
  forgetEverywhere(viewer.userId);
}

/** Ends one session of the one who asks, on every machine; anybody else's is absent. */
export async function endSession(viewer: Viewer, sessionId: string): Promise<void> {
  requireSession(viewer);
  if (!(await endOneSession(db(), viewer.userId, sessionId))) throw absent('session');
  forgetEverywhere(viewer.userId);
}

/** Ends the session that a cookie of ours names, when its person signs out; one that is ended stays so. */
export async function signOut(userId: string, sessionId: string): Promise<void> {
  if (await endOneSession(db(), userId, sessionId)) forgetEverywhere(userId);
}
