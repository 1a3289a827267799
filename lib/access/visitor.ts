import { fingerprint } from './secret';
import { db } from '@/lib/db';
import type { Credential } from './credential';
import { knownViewer } from './known-viewers';
import { seenEvery } from './session';
import { findSession, noteSeen } from './session-store';
import { findBearer } from './token-store';
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

/** Who holds this personal access token; null when it is none, has expired or was revoked. */
export async function viewerOfToken(secret: string): Promise<Viewer | null> {
  if (!secret.startsWith('plx_')) return null;
  const hash = fingerprint(secret);
  return knownViewer(hash, async () => {
    const bearer = await findBearer(db(), hash, new Date());
    return (
      bearer && {
        userId: bearer.userId,
        name: bearer.name,
        email: bearer.email,
        scopes: bearer.scopes,
        by: 'token',
      }
    );
  });
}

/** Somebody we know, and by what we know them. */
export type Visitor = { viewer: Viewer; credential: Credential };

/** Who holds this personal access token; null for nobody. */
export async function visitorOfToken(secret: string): Promise<Visitor | null> {
  const viewer = await viewerOfToken(secret);
  if (viewer === null) return null;
  return { viewer, credential: { by: 'token', userId: viewer.userId, hash: fingerprint(secret) } };
}

/** Who comes with this Authorization header; null where it is not a bearer's, or names nobody. */
export async function visitorOfBearer(authorization: string): Promise<Visitor | null> {
  const secret = /^Bearer ([\w-]{1,200})$/.exec(authorization)?.[1];
  return secret === undefined ? null : visitorOfToken(secret);
}
