import { parseCookie } from 'cookie';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { externalIdentity } from '@/lib/project/admit-external';
import { hostCookie, isSecure } from './visitor';

/** How long somebody may take to give what is wanted beside the provider's word, in seconds. */
const maxAge = 10 * 60;

/** Keeps this cookie from being taken for a session, and the other way round. */
const salt = 'parallax pending sign-in';

const content = z.object({ identity: externalIdentity, wants: z.enum(['password', 'code']) });

/** For whom a provider has vouched, and what they must give beside it. */
export type PendingSignIn = z.infer<typeof content>;

const cookieName = (): string => hostCookie('parallax-identity');

const cookie = (value: string, age: number): string =>
  `${cookieName()}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;

/** The cookie, for this browser alone, of somebody for whom a provider has vouched and who is not in yet. */
export async function pendingCookie(pending: PendingSignIn): Promise<string> {
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  return cookie(await encode({ token: pending, secret, salt, maxAge }), maxAge);
}

/** The cookie that takes that one away. */
export const noPendingCookie = (): string => cookie('', 0);

/** For whom a provider has vouched in this browser within ten minutes; null for nobody. */
export async function pendingSignIn(cookies: string): Promise<PendingSignIn | null> {
  const token = parseCookie(cookies)[cookieName()];
  const secret = process.env.NEXTAUTH_SECRET;
  if (!token || !secret) return null;
  const read = await decode({ token, secret, salt }).catch(() => null);
  return content.safeParse(read).data ?? null;
}
