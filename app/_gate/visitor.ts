import { decode } from 'next-auth/jwt';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import type { Visitor } from '@/lib/access/visitor';

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
