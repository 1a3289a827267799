import { signOut, openSession } from '@/lib/access/sessions';
import { viewerOfSession } from '@/lib/access/visitor';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import Google from 'next-auth/providers/google';
import { log, logOnceAMinute } from '@/lib/access/log';
import type { Person } from '@/lib/access/person';
import { sessionLimits } from '@/lib/access/session';
import type { SignedIn } from '@/lib/access/sign-in';
import { signIn } from '@/lib/access/sign-in';
import type { Visitor } from '@/lib/access/visitor';
import { isDatabaseAway, isStorageFull } from '@/lib/db';
import { admitExternal } from '@/lib/project/admit-external';
import { Refusal } from '@/lib/refusal';
import { githubProvider, oidcProvider, verifiedEmail } from './identity-providers';
import type { PendingSignIn } from './sign-in-cookies';
import { knownDevice, pendingSignIn } from './sign-in-cookies';
import { serverSecret, hostCookie, isSecure } from './visitor';

/** Errors that next-auth may return to the browser; all others stay internal. */
const publicErrors = new Set(['vouched-too-long-ago', 'code-needed']);

/**
 * Signs in by `enter`; next-auth returns the message of what it throws to the browser, so only
 * public errors pass.
 */
async function orPublicError(enter: () => Promise<SignedIn | null>): Promise<SignedIn | null> {
  try {
    return await enter();
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.reason === 'too-many')
      throw new Error(`too-many:${Math.ceil(thrown.retryAfter ?? 60)}`, { cause: thrown });
    if (thrown instanceof Refusal && thrown.type !== undefined)
      throw new Error(thrown.type, { cause: thrown });
    if (thrown instanceof Error && publicErrors.has(thrown.message)) throw thrown;
    if (isDatabaseAway(thrown) || isStorageFull(thrown))
      logOnceAMinute(
        'error',
        'sign-in',
        'Nobody can sign in: the database is away, or its disk is full.',
      );
    else log.error('Signing in failed unexpectedly.', { error: thrown });
    throw new Error('broken', { cause: thrown });
  }
}

const credentials = Credentials({
  credentials: {
    email: { label: 'E-mail', type: 'email' },
    password: { label: 'Password', type: 'password' },
    code: { label: 'Code of the second factor, where there is one', type: 'text' },
  },
  async authorize(sent, request) {
    const address = String(request.headers?.['x-parallax-address'] ?? 'unknown');
    const [email, password] = [sent?.email ?? '', sent?.password ?? ''];
    const device = knownDevice(String(request.headers?.cookie ?? ''), email);
    const given = { code: sent?.code, secret: serverSecret(), address };
    return orPublicError(() => signIn({ email, password, device, ...given }));
  },
});

const signedInOf = ({ userId, name, email }: Person): SignedIn => ({ id: userId, name, email });

/** Id of the provider `continued`; next-auth sets it on the provider only later. */
const continuedId = 'continue';

/**
 * Completes a sign-in for which a provider has vouched in this browser, with what is required
 * besides.
 */
const continued = Credentials({
  id: continuedId,
  credentials: {
    password: { label: 'Password', type: 'password' },
    code: { label: 'Code of the second factor', type: 'text' },
  },
  async authorize(sent, request) {
    const address = String(request.headers?.['x-parallax-address'] ?? 'unknown');
    return orPublicError(async () => {
      const pending = await pendingSignIn(String(request.headers?.cookie ?? ''));
      if (pending === null) throw new Error('vouched-too-long-ago');
      const password = sent?.password;
      const device = knownDevice(
        String(request.headers?.cookie ?? ''),
        pending.identity.email ?? '',
      );
      const given = { password, code: sent?.code, secret: serverSecret(), address, device };
      const admission = await admitExternal(pending.identity, given);
      if (admission === null || !('wants' in admission))
        return admission && signedInOf(admission.person);
      // The password was right, or none was required.
      if (admission.wants === 'code') throw new Error('code-needed');
      return null;
    });
  },
});

function external() {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = process.env;
  return [
    oidcProvider(process.env),
    githubProvider(process.env),
    GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
      ? Google({
          clientId: GOOGLE_CLIENT_ID,
          clientSecret: GOOGLE_CLIENT_SECRET,
          checks: ['pkce', 'state', 'nonce'],
        })
      : null,
  ].filter((provider) => provider !== null);
}

/** Sign-in providers besides e-mail and password, for the buttons of the sign-in page. */
export function externalWays(): { id: string; name: string }[] {
  return external().map(({ id, name }) => ({ id, name }));
}

/** One request to next-auth, and what went wrong where next-auth hides it. */
export type SignInRequest = {
  headers: Pick<Headers, 'get'>;
  /** The visitor of the session that its cookie names already. */
  visitor: Visitor | null;
  /** Why signing out failed, which next-auth hides. */
  failed?: Error;
  /** Network address of the client. */
  address: string;
  /** Set where a provider has vouched for somebody who must give something more. */
  pending?: PendingSignIn;
  /** Whether they have given it. */
  isContinued?: boolean;
};

/** The cookies of next-auth by names of our own; it would give most of them the prefix `__Secure-`. */
function cookies(): NonNullable<NextAuthOptions['cookies']> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const;
  const cookie = (name: string, maxAge?: number) => ({
    name: hostCookie(`next-auth.${name}`),
    options: { ...options, ...(maxAge !== undefined && { maxAge }) },
  });
  const quarterHour = 15 * 60;
  return {
    sessionToken: cookie('session-token'),
    callbackUrl: cookie('callback-url'),
    csrfToken: cookie('csrf-token'),
    pkceCodeVerifier: cookie('pkce.code_verifier', quarterHour),
    state: cookie('state', quarterHour),
    nonce: cookie('nonce', quarterHour),
  };
}

/** The options of next-auth: the session cookie is encrypted and names a person and a session row. */
export function authOptions(request: SignInRequest): NextAuthOptions {
  return {
    secret: process.env.NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLimits.age / 1000 },
    useSecureCookies: isSecure(),
    cookies: cookies(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [credentials, continued, ...external()],
    logger: {
      error(code, metadata) {
        // Anybody can send a cookie that was never signed here; it means nothing and must not fill
        // the log.
        if (code === 'JWT_SESSION_ERROR' || code === 'SIGNOUT_ERROR') return;
        const error = 'error' in metadata ? metadata.error : metadata;
        logOnceAMinute('error', `sign-in ${code}`, `Signing in failed (${code}).`, { error });
      },
    },
    callbacks: {
      async signIn({ account, profile, user }) {
        if (account?.provider === continuedId) request.isContinued = true;
        if (account === null || account.type === 'credentials') return true;
        const identity = {
          provider: account.provider,
          subject: account.providerAccountId,
          email: verifiedEmail(profile),
          name: user.name ?? user.email ?? 'Somebody',
        };
        const given = { secret: serverSecret(), address: request.address };
        const admission = await admitExternal(identity, given);
        if (admission === null) return '/sign-in?error=not-invited';
        if ('wants' in admission) {
          request.pending = { identity, wants: admission.wants };
          return '/sign-in/continue';
        }
        Object.assign(user, signedInOf(admission.person));
        return true;
      },
      async jwt({ token, user }) {
        if (user) {
          const sid = await openSession(user.id, request.headers.get('user-agent'));
          // The new cookie replaces the old one, whose session nobody could end any more.
          const before = request.visitor?.credential;
          if (before?.by === 'session') await signOut(before.userId, before.sessionId);
          return { sub: user.id, sid, name: user.name, email: user.email };
        }
        // An error thrown here deletes the cookie and renews nothing.
        const viewer = await viewerOfSession(token.sub ?? '', String(token.sid));
        if (viewer === null) throw new Error('This session has ended.');
        return { ...token, name: viewer.name, email: viewer.email };
      },
      session: ({ session, token }) => ({
        ...session,
        user: { name: token.name, email: token.email },
      }),
    },
    events: {
      async signOut({ token }) {
        // next-auth would delete the cookie although the session continues.
        await signOut(token.sub ?? '', String(token.sid)).catch((thrown: unknown) => {
          request.failed = new Error('Signing out failed.', { cause: thrown });
        });
      },
    },
  };
}
