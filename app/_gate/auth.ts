import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import Google from 'next-auth/providers/google';
import { log } from '@/lib/access/log';
import { logOnceAMinute } from '@/lib/access/log-once-a-minute';
import { recordSignOut } from '@/lib/access/record-sign-out';
import { signIn } from '@/lib/access/sign-in';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import { admitExternal } from '@/lib/project/admit-external';
import { isDatabaseAway, isStorageFull } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { knownDevice } from './device-cookie';
import { githubProvider } from './github-provider';
import { oidcProvider } from './oidc-provider';
import { isSecure } from './session-cookie';

const credentials = Credentials({
  credentials: {
    email: { label: 'E-mail', type: 'email' },
    password: { label: 'Password', type: 'password' },
  },
  async authorize(sent, request) {
    const address = String(request.headers?.['x-parallax-address'] ?? 'unknown');
    try {
      const [email, password] = [sent?.email ?? '', sent?.password ?? ''];
      const device = knownDevice(String(request.headers?.cookie ?? ''), email);
      return await signIn({ email, password, address, device });
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.reason === 'too-many') {
        throw new Error(`too-many:${Math.ceil(thrown.retryAfter ?? 60)}`, { cause: thrown });
      }
      // next-auth tells the message to whoever asks, so it may say nothing of the inside.
      if (isDatabaseAway(thrown) || isStorageFull(thrown))
        logOnceAMinute(
          'error',
          'sign-in',
          'Nobody can sign in: the database is away, or its disk is full.',
        );
      else log.error('Signing in failed unexpectedly.', { error: thrown });
      throw new Error('broken', { cause: thrown });
    }
  },
});

function external() {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = process.env;
  return [
    oidcProvider(process.env),
    githubProvider(process.env),
    GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
      ? Google({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET })
      : null,
  ].filter((provider) => provider !== null);
}

/** Ways to sign in beside e-mail and password, for the buttons of the sign-in page. */
export function externalWays(): { id: string; name: string }[] {
  return external().map(({ id, name }) => ({ id, name }));
}

/** next-auth's settings: sessions are signed cookies that name a person and their session epoch. */
export function authOptions(): NextAuthOptions {
  return {
    secret: process.env.NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 },
    useSecureCookies: isSecure(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [credentials, ...external()],
    logger: {
      error(code, told) {
        // Anybody may send a cookie that we never signed; it says nothing and must not fill the log.
        if (code === 'JWT_SESSION_ERROR') return;
        const error = 'error' in told ? told.error : told;
        logOnceAMinute('error', `sign-in ${code}`, `Signing in failed (${code}).`, { error });
      },
    },
    events: {
      async signOut({ token }) {
        if (token?.sub !== undefined) await recordSignOut(token.sub);
      },
    },
    callbacks: {
      async signIn({ account, profile, user }) {
        if (account === null || account.type === 'credentials') return true;
        const verified =
          (profile as { email_verified?: boolean } | undefined)?.email_verified === true;
        const admitted = await admitExternal({
          provider: account.provider,
          subject: account.providerAccountId,
          email: verified ? (user.email ?? null) : null,
          name: user.name ?? user.email ?? 'Somebody',
        });
        if (admitted === null) return '/sign-in?error=not-invited';
        Object.assign(user, {
          id: admitted.userId,
          epoch: admitted.epoch,
          name: admitted.name,
          email: admitted.email,
        });
        return true;
      },
      jwt({ token, user }) {
        if (!user) return token;
        return {
          sub: user.id,
          epoch: (user as { epoch?: number }).epoch ?? 0,
          name: user.name,
          email: user.email,
        };
      },
      async session({ session, token }) {
        const viewer = await viewerOfSession(token.sub ?? '', Number(token.epoch));
        return {
          ...session,
          user: viewer === null ? undefined : { name: viewer.name, email: viewer.email },
        };
      },
    },
  };
}
