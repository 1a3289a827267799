import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';

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
