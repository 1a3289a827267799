import { openSession } from '@/lib/access/open-session';
import type { Viewer } from '@/lib/access/viewer';

const opened = new Map<string, Promise<string>>();

/** The session by which this person asks: their own, or one that is begun the first time. */
export function sessionIdOf({ userId, sessionId }: Viewer): Promise<string> {
  if (sessionId !== undefined) return Promise.resolve(sessionId);
  const known = opened.get(userId) ?? openSession(userId, 'Tests');
  opened.set(userId, known);
  return known;
}

/** The same person in a session of their own, newly begun and so just proved. */
export async function signedIn(viewer: Viewer, userAgent = 'Tests'): Promise<Viewer> {
  return { ...viewer, by: 'session', sessionId: await openSession(viewer.userId, userAgent) };
}
