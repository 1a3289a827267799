import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { log } from '@/lib/access/log';

/** Milliseconds for which verified metadata are not fetched again. */
const rightFor = 10 * 60_000;
/** Timeout of a request to the provider in milliseconds, as in openid-client. */
const timeout = 3_500;

let rightUntil = 0;

const metadata = z.object({ issuer: z.string() });

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** Address of an issuer’s metadata. */
export const metadataOf = (issuer: string): string =>
  `${withoutSlash(issuer)}/.well-known/openid-configuration`;

/** Whether an issuer’s name for itself is the configured issuer, a trailing slash aside. */
export const isSameIssuer = (named: unknown, issuer: string): boolean =>
  typeof named === 'string' && withoutSlash(named) === withoutSlash(issuer);

/**
 * Whether the provider’s metadata name the configured issuer, checked before any of them is used:
 * openid-client trusts whatever they name. True where they cannot be fetched, since then
 * openid-client fails itself.
 */
export async function isIssuerRight(issuer: string, now = Date.now()): Promise<boolean> {
  if (now < rightUntil) return true;
  const read = await fetch(metadataOf(issuer), {
    headers: { accept: 'application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
  })
    .then((answer) => answer.json())
    .catch(() => null);
  const found = metadata.safeParse(read).data?.issuer;
  if (found === undefined) return true;
  if (!isSameIssuer(found, issuer)) {
    log.warn('The identity provider names another issuer than OIDC_ISSUER.', { issuer, found });
    return false;
  }
  rightUntil = now + rightFor;
  return true;
}

const profile = z.object({ email: z.string().min(1), email_verified: z.literal(true) });

/**
 * The e-mail address of a profile, where the provider has verified it (OpenID Connect’s
 * `email_verified`, which Google sends too and the GitHub provider sets); null otherwise. Only the
 * boolean `true` counts, not the string “true”.
 */
export function verifiedEmail(sent: unknown): string | null {
  return profile.safeParse(sent).data?.email ?? null;
}

type OidcProfile = {
  iss?: string;
  sub: string;
  name?: string;
  preferred_username?: string;
  email?: string;
  email_verified?: boolean;
};

/**
 * The provider for any OpenID Connect issuer, found through its discovery document; null where none
 * is configured.
 */
export function oidcProvider(
  vars: Record<string, string | undefined>,
): OAuthConfig<OidcProfile> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = vars;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    id: 'oidc',
    name: OIDC_NAME ?? 'your organisation',
    type: 'oauth',
    issuer: OIDC_ISSUER,
    wellKnown: metadataOf(OIDC_ISSUER),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid email profile' } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    profile(profile) {
      // openid-client compares it with the issuer that the metadata named a moment ago.
      if (!isSameIssuer(profile.iss, OIDC_ISSUER))
        throw new Error('The ID token has another issuer than OIDC_ISSUER.');
      return {
        id: profile.sub,
        name: profile.name ?? profile.preferred_username ?? profile.email ?? 'Somebody',
        email: profile.email ?? null,
      };
    },
  };
}

const account = z.object({
  id: z.number(),
  login: z.string(),
  name: z.string().nullish(),
});

const emails = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

type GitHubProfile = { sub: string; name: string; email?: string; email_verified: boolean };

const profileOf = (id: number, name: string, email: string | undefined): GitHubProfile => ({
  sub: String(id),
  name,
  email,
  email_verified: email !== undefined,
});

async function fetchJson<Schema extends z.ZodType>(
  schema: Schema,
  url: string,
  token: string,
): Promise<z.infer<Schema>> {
  const answer = await fetch(url, {
    redirect: 'error',
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
  });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}.`);
  return schema.parse(await answer.json());
}

/**
 * The provider for GitHub, or for the GitHub Enterprise at `GITHUB_URL`; null where none is
 * configured. The address on a profile may be anybody’s, so the primary address among those that
 * GitHub has verified counts.
 */
export function githubProvider(
  vars: Record<string, string | undefined>,
): OAuthConfig<GitHubProfile> | null {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GITHUB_URL } = vars;
  if (!GITHUB_CLIENT_ID || !GITHUB_CLIENT_SECRET) return null;
  const site = GITHUB_URL ? new URL(GITHUB_URL).origin : 'https://github.com';
  const api = GITHUB_URL ? `${site}/api/v3` : 'https://api.github.com';
  return {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    clientId: GITHUB_CLIENT_ID,
    clientSecret: GITHUB_CLIENT_SECRET,
    issuer: `${site}/login/oauth`,
    authorization: {
      url: `${site}/login/oauth/authorize`,
      params: { scope: 'read:user user:email' },
    },
    token: `${site}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      async request({ tokens }) {
        const token = tokens.access_token ?? '';
        const { id, login, name } = await fetchJson(account, `${api}/user`, token);
        const known = await fetchJson(emails, `${api}/user/emails`, token);
        const email = known.find(({ primary, verified }) => primary && verified)?.email;
        return profileOf(id, name ?? login, email);
      },
    },
    profile: ({ sub, name, email }) => ({ id: sub, name, email }),
  };
}
