import { db } from '@/lib/db';
import type { Credential } from './credential';
import { knownViewer } from './known-viewers';
import { fingerprint } from './secret';
import { seenEvery } from './session';
import { findSession, noteSeen } from './session-store';
import { findBearer } from './token-store';
import type { Viewer } from './viewer';
import { scopes } from './viewer';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The viewer of this session; null if it has ended, was unused for 14 days, is older than 90 days or
 * belongs to a disabled account. Updates `lastSeenAt` at most every five minutes.
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

/** The viewer of this personal access token; null if it is unknown, expired or revoked. */
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

/** An authenticated person with the credential that authenticated them. */
export type Visitor = { viewer: Viewer; credential: Credential };

/** The visitor of this personal access token; null if it is not valid. */
export async function visitorOfToken(secret: string): Promise<Visitor | null> {
  const viewer = await viewerOfToken(secret);
  if (viewer === null) return null;
  return { viewer, credential: { by: 'token', userId: viewer.userId, hash: fingerprint(secret) } };
}

/** The visitor of this Authorization header; null if it has no bearer token or the token is not valid. */
export async function visitorOfBearer(authorization: string): Promise<Visitor | null> {
  const secret = /^Bearer ([\w-]{1,200})$/.exec(authorization)?.[1];
  return secret === undefined ? null : visitorOfToken(secret);
}
