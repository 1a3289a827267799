import type { OAuthConfig } from 'next-auth/providers/oauth';
import { isSameIssuer, metadataOf } from './oidc-issuer';

type OidcProfile = {
  iss?: string;
  sub: string;
  name?: string;
  preferred_username?: string;
  email?: string;
  email_verified?: boolean;
};

/** Any OpenID Connect issuer, found through its discovery document; null where none is set. */
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
      // What openid-client compares it with is what the metadata named a moment ago.
      if (!isSameIssuer(profile.iss, OIDC_ISSUER))
        throw new Error('The ID token is of another issuer than OIDC_ISSUER.');
      return {
        id: profile.sub,
        name: profile.name ?? profile.preferred_username ?? profile.email ?? 'Somebody',
        email: profile.email ?? null,
      };
    },
  };
}
