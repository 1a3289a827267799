import { decode } from 'next-auth/jwt';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import type { Visitor } from '@/lib/access/visitor';

/** Whether cookies are bound to https: wherever the public address is https. */
export function isSecure(): boolean {
  return process.env.PARALLAX_URL?.startsWith('https://') ?? false;
}

/** A cookie's name: bound to this very host, its root and https, where the public address is https. */
export const hostCookie = (name: string): string => (isSecure() ? `__Host-${name}` : name);

/** The session cookie's name. */
export const sessionCookie = (): string => hostCookie('next-auth.session-token');

/** What the server signs sessions and seals second factors by; it is set before anything is served. */
export function serverSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('The server has no secret.');
  return secret;
}

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
