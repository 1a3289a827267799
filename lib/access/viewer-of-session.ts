import { db } from '@/lib/db';
import { knownViewer } from './known-viewers';
import { seenEvery } from './session';
import { findSession, noteSeen } from './session-store';
import type { Viewer } from './viewer';
import { scopes } from './viewer';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Who is signed in by this session; null once it is ended, unused for too long or too old, or the
 * person is disabled. Notes every few minutes that it is used.
 */
export async function viewerOfSession(userId: string, sessionId: string): Promise<Viewer | null> {
  if (!uuid.test(userId) || !uuid.test(sessionId)) return null;
  return knownViewer(`${userId} ${sessionId}`, async () => {
    const now = new Date();
    const session = await findSession(db(), sessionId, now);
    if (session === null || session.person.userId !== userId) return null;
    const due = new Date(now.getTime() - seenEvery);
    if (session.lastSeenAt < due) await noteSeen(db(), sessionId, now, due);
    const { name, email } = session.person;
    return { userId, name, email, scopes, by: 'session', sessionId };
  });
}
