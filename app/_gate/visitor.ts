import { decode } from 'next-auth/jwt';
import type { Credential } from '@/lib/access/credential';
import { fingerprint } from '@/lib/access/mint-secret';
import type { Viewer } from '@/lib/access/viewer';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import { viewerOfToken } from '@/lib/access/viewer-of-token';

/** Somebody we know, and by what we know them. */
export type Visitor = { viewer: Viewer; credential: Credential };

/** Who has this session cookie; null for nobody. */
export async function visitorOfCookie(cookie: string | undefined): Promise<Visitor | null> {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!cookie || !secret) return null;
  const session = await decode({ token: cookie, secret }).catch(() => null);
  const { sub: userId, sid: sessionId } = session ?? {};
  if (typeof userId !== 'string' || typeof sessionId !== 'string') return null;
  const viewer = await viewerOfSession(userId, sessionId);
  return viewer && { viewer, credential: { by: 'session', userId, sessionId } };
}

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
