import { parseCookie, stringifySetCookie } from 'cookie';
import { deviceTokenLife, deviceOf, withDeviceToken } from '@/lib/access/device-token';
import { accountOf } from '@/lib/access/sign-in';
import { hostCookie, isSecure } from './visitor';

const cookieName = (): string => hostCookie('parallax-device');
const sentIn = (cookies: string | undefined) => parseCookie(cookies ?? '')[cookieName()];

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
    name: cookieName(),
    value: withDeviceToken(sentIn(cookies), accountOf(email), secret),
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    maxAge: deviceTokenLife / 1000,
  });
}
