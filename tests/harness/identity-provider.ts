import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The person whom the provider returns. */
export type Identity = { subject: string; name: string; email: string; isVerified: boolean };

export const client = { id: 'parallax', secret: 'a secret between the two of us, long enough' };

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An OpenID Connect provider, and a GitHub, that sign in `who` without a prompt. */
export async function anIdentityProvider() {
  let who: Identity = { subject: '1', name: 'Nobody', email: '', isVerified: false };
  let nonce = '';
  let challenge = '';
  let address = '';
  let issuer: string | null = null;
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

  const idToken = () => {
    const now = Math.floor(Date.now() / 1000);
    const head = encode({ alg: 'RS256', typ: 'JWT', kid: 'one' });
    const claims = encode({
      iss: issuer ?? address,
      aud: client.id,
      sub: who.subject,
      name: who.name,
      email: who.email,
      email_verified: who.isVerified,
      iat: now,
      exp: now + 300,
      nonce,
    });
    const signature = createSign('sha256').update(`${head}.${claims}`).sign(keys.privateKey);
    return `${head}.${claims}.${signature.toString('base64url')}`;
  };

  const answers: Record<string, (url: URL, body: URLSearchParams) => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer: issuer ?? address,
      authorization_endpoint: `${address}/authorize`,
      token_endpoint: `${address}/token`,
      userinfo_endpoint: `${address}/userinfo`,
      jwks_uri: `${address}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({
      keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
    }),
    '/token': (_, body) => {
      const verifier = createHash('sha256').update(body.get('code_verifier') ?? '');
      if (verifier.digest('base64url') !== challenge) return { error: 'invalid_grant' };
      return { access_token: 'opaque', token_type: 'Bearer', id_token: idToken() };
    },
    '/login/oauth/access_token': () => ({ access_token: 'opaque', token_type: 'bearer' }),
    '/api/v3/user': () => ({
      id: Number(who.subject),
      login: 'octo',
      name: who.name,
      email: 'shown@example.org',
    }),
    '/api/v3/user/emails': () => [
      { email: 'other@example.org', primary: false, verified: true },
      { email: who.email, primary: true, verified: who.isVerified },
    ],
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', address);
    let body = '';
    for await (const part of request) body += String(part);
    if (url.pathname === '/authorize' || url.pathname === '/login/oauth/authorize') {
      nonce = url.searchParams.get('nonce') ?? '';
      challenge = url.searchParams.get('code_challenge') ?? '';
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'code');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    const result = answers[url.pathname]?.(url, new URLSearchParams(body));
    response.writeHead(result === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result ?? {}));
  }

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    /** Another issuer for its metadata and tokens; null for its own. */
    callsItself: (other: string | null) => void (issuer = other),
    becomes: (identity: Identity) => void (who = identity),
    close: () => server.close(),
  };
}
