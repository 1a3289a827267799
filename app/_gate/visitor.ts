import { viewerOfSession } from '@/lib/access/visitor';
import { decode } from 'next-auth/jwt';
import type { Visitor } from '@/lib/access/visitor';

/** Whether cookies require https: where the public address is https. */
export function isSecure(): boolean {
  return process.env.PARALLAX_URL?.startsWith('https://') ?? false;
}

/**
 * A cookie’s name; where the public address is https, with the prefix that binds it to this host,
 * its root and https.
 */
export const hostCookie = (name: string): string => (isSecure() ? `__Host-${name}` : name);

/** Name of the session cookie. */
export const sessionCookie = (): string => hostCookie('next-auth.session-token');

/**
 * The secret by which the server signs sessions and encrypts second factors; set before anything is
 * served.
 */
export function serverSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('The server has no secret.');
  return secret;
}

/** The visitor of a session cookie; null where it names no open session. */
export async function visitorOfCookie(cookie: string | undefined): Promise<Visitor | null> {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!cookie || !secret) return null;
  const session = await decode({ token: cookie, secret }).catch(() => null);
  const { sub: userId, sid: sessionId } = session ?? {};
  if (typeof userId !== 'string' || typeof sessionId !== 'string') return null;
  const viewer = await viewerOfSession(userId, sessionId);
  return viewer && { viewer, credential: { by: 'session', userId, sessionId } };
}
