import { parseCookie } from 'cookie';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { externalIdentity } from '@/lib/project/admit-external';
import { hostCookie, isSecure } from './visitor';

/** Lifetime of a pending sign-in, in seconds. */
const maxAge = 10 * 60;

/** Salt that keeps this cookie and the session cookie from being taken for each other. */
const salt = 'parallax pending sign-in';

const content = z.object({ identity: externalIdentity, wants: z.enum(['password', 'code']) });

/** A sign-in for which a provider has vouched, and what is required besides. */
export type PendingSignIn = z.infer<typeof content>;

const cookieName = (): string => hostCookie('parallax-identity');

const cookie = (value: string, age: number): string =>
  `${cookieName()}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;

/** The Set-Cookie header of a sign-in for which a provider has vouched and which is not complete. */
export async function pendingCookie(pending: PendingSignIn): Promise<string> {
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  return cookie(await encode({ token: pending, secret, salt, maxAge }), maxAge);
}

/** The Set-Cookie header that deletes that cookie. */
export const noPendingCookie = (): string => cookie('', 0);

/** The pending sign-in of this browser, at most ten minutes old; null where there is none. */
export async function pendingSignIn(cookies: string): Promise<PendingSignIn | null> {
  const token = parseCookie(cookies)[cookieName()];
  const secret = process.env.NEXTAUTH_SECRET;
  if (!token || !secret) return null;
  const read = await decode({ token, secret, salt }).catch(() => null);
  return content.safeParse(read).data ?? null;
}
