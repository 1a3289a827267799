import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import Google from 'next-auth/providers/google';
import { signOut } from '@/lib/access/end-sessions';
import { openSession } from '@/lib/access/open-session';
import { sessionLimits } from '@/lib/access/session';
import { signIn } from '@/lib/access/sign-in';
import { viewerOfSession } from '@/lib/access/viewer-of-session';
import { admitExternal } from '@/lib/project/admit-external';
import { Refusal } from '@/lib/refusal';
import { githubProvider } from './github-provider';
import type { Guest } from './guest';
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
      return await signIn({ email: sent?.email ?? '', password: sent?.password ?? '', address });
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.reason === 'too-many') {
        throw new Error(`too-many:${Math.ceil(thrown.retryAfter ?? 60)}`, { cause: thrown });
      }
      // next-auth tells the message to whoever asks, so it may say nothing of the inside.
      console.error('Signing in failed unexpectedly:', thrown);
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

/** One request to next-auth, and what went wrong where next-auth would hide it. */
export type SignInRequest = {
  headers: Pick<Headers, 'get'>;
  /** Who has the session of its cookie already. */
  guest: Guest | null;
  /** Why signing out failed, which next-auth hides. */
  failed?: Error;
};

/** next-auth's settings: the session's cookie is encrypted and names a person and a row of sessions. */
export function authOptions(request: SignInRequest): NextAuthOptions {
  return {
    secret: process.env.NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLimits.age / 1000 },
    useSecureCookies: isSecure(),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [credentials, ...external()],
    logger: {
      error(code, told) {
        // Anybody may send a cookie that we never signed; it says nothing and must not fill the log.
        if (code === 'JWT_SESSION_ERROR' || code === 'SIGNOUT_ERROR') return;
        console.error(`Signing in failed (${code}):`, 'error' in told ? told.error.message : told);
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
          name: admitted.name,
          email: admitted.email,
        });
        return true;
      },
      async jwt({ token, user }) {
        if (user) {
          const sid = await openSession(user.id, request.headers.get('user-agent'));
          // The new cookie takes the place of the old one, whose session nobody could end any more.
          const before = request.guest?.credential;
          if (before?.by === 'session') await signOut(before.userId, before.sessionId);
          return { sub: user.id, sid, name: user.name, email: user.email };
        }
        // What is thrown here takes the cookie away and renews nothing.
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
        // next-auth would take the cookie away though the session goes on.
        await signOut(token.sub ?? '', String(token.sid)).catch((thrown: unknown) => {
          request.failed = new Error('Signing out failed.', { cause: thrown });
        });
      },
    },
  };
}
