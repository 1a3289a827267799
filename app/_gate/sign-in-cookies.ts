import { parseCookie, stringifySetCookie } from 'cookie';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { deviceTokenLife, deviceOf, withDeviceToken } from '@/lib/access/device-token';
import { accountOf } from '@/lib/access/sign-in';
import { externalIdentity } from '@/lib/project/admit-external';
import { hostCookie, isSecure } from './visitor';

const deviceCookieName = (): string => hostCookie('parallax-device');
const sentIn = (cookies: string | undefined) => parseCookie(cookies ?? '')[deviceCookieName()];

/** The device that a Cookie header names, where `email` has signed in on it before; null otherwise. */
export function knownDevice(cookies: string | undefined, email: string): string | null {
  const secret = process.env.NEXTAUTH_SECRET;
  return secret ? deviceOf(sentIn(cookies), accountOf(email), secret) : null;
}

/**
 * The Set-Cookie header by which the browser is recognized as a device of this account; null
 * without a secret to sign it.
 */
export function deviceCookie(cookies: string | undefined, email: string): string | null {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) return null;
  return stringifySetCookie({
    name: deviceCookieName(),
    value: withDeviceToken(sentIn(cookies), accountOf(email), secret),
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    maxAge: deviceTokenLife / 1000,
  });
}

/** Lifetime of a pending sign-in, in seconds. */
const pendingLife = 10 * 60;

/** Salt that keeps this cookie and the session cookie from being taken for each other. */
const salt = 'parallax pending sign-in';

const content = z.object({ identity: externalIdentity, wants: z.enum(['password', 'code']) });

/** A sign-in for which a provider has vouched, and what is required besides. */
export type PendingSignIn = z.infer<typeof content>;

const pendingCookieName = (): string => hostCookie('parallax-identity');

const pendingSetCookie = (value: string, age: number): string =>
  `${pendingCookieName()}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;

/** The Set-Cookie header of a sign-in for which a provider has vouched and which is not complete. */
export async function pendingCookie(pending: PendingSignIn): Promise<string> {
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  return pendingSetCookie(
    await encode({ token: pending, secret, salt, maxAge: pendingLife }),
    pendingLife,
  );
}

/** The Set-Cookie header that deletes that cookie. */
export const noPendingCookie = (): string => pendingSetCookie('', 0);

/** The pending sign-in of this browser, at most ten minutes old; null where there is none. */
export async function pendingSignIn(cookies: string): Promise<PendingSignIn | null> {
  const token = parseCookie(cookies)[pendingCookieName()];
  const secret = process.env.NEXTAUTH_SECRET;
  if (!token || !secret) return null;
  const read = await decode({ token, secret, salt }).catch(() => null);
  return content.safeParse(read).data ?? null;
}
