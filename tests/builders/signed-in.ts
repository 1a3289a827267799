import { openSession } from '@/lib/access/sessions';
import type { Viewer } from '@/lib/access/viewer';

const opened = new Map<string, Promise<string>>();

/** The session of this person: their own, or one that is opened the first time. */
export function sessionIdOf({ userId, sessionId }: Viewer): Promise<string> {
  if (sessionId !== undefined) return Promise.resolve(sessionId);
  const known = opened.get(userId) ?? openSession(userId, 'Tests');
  opened.set(userId, known);
  return known;
}

/** The same person in a new session, in which they have just confirmed their identity. */
export async function signedIn(viewer: Viewer, userAgent = 'Tests'): Promise<Viewer> {
  return { ...viewer, by: 'session', sessionId: await openSession(viewer.userId, userAgent) };
}
