import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anIdentityProvider, client } from '../harness/identity-provider';
import type { RunningServer } from '../harness/running-server';
import { owner, startServer } from '../harness/running-server';
import { signIn } from '../harness/session';

let provider: Awaited<ReturnType<typeof anIdentityProvider>>;
let server: RunningServer;

beforeAll(async () => {
  provider = await anIdentityProvider();
  server = await startServer({
    env: {
      OIDC_ISSUER: provider.address,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      GITHUB_URL: provider.address,
      GITHUB_CLIENT_ID: client.id,
      GITHUB_CLIENT_SECRET: client.secret,
    },
  });
}, 300_000);
afterAll(async () => {
  provider.close();
  await server.stop();
});

/** Goes to the provider and back as a browser does; answers where it ends up and as whom. */
async function comeBy(way: string): Promise<{ at: string; name: string | null }> {
  const jar = new Map<string, string>();
  const ask = async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const csrf = await ask(`${server.address}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const begun = await ask(`${server.address}/api/auth/signin/${way}`, {
    method: 'POST',
    headers: { origin: server.address },
    body: new URLSearchParams({ csrfToken, json: 'true', callbackUrl: server.address }),
  });
  let { url: at } = (await begun.json()) as { url: string };
  for (let hops = 0; hops < 3; hops++) {
    const { headers } = await ask(at);
    const location = headers.get('location');
    if (location === null) break;
    at = new URL(location, at).href;
    if (!at.includes('/api/auth/') && at.startsWith(server.address)) break;
  }
  const me = await ask(`${server.address}/api/v1/me`);
  const { name = null } = (await me.json()) as { name?: string };
  return { at, name };
}

describe.each(['oidc', 'github'])('by %s', (way) => {
  const subject = way === 'oidc' ? '41' : '42';

  test('a stranger is not let in', async () => {
    provider.becomes({ subject, name: 'Eve', email: 'eve@example.org', isVerified: true });
    const { at, name } = await comeBy(way);
    expect(at).toContain('/sign-in?error=not-invited');
    expect(name).toBeNull();
  });

  test('an address that was not verified opens nobody’s account', async () => {
    provider.becomes({ subject, name: 'Eve', email: owner.email, isVerified: false });
    const { at, name } = await comeBy(way);
    expect(at).toContain('/sign-in?error=not-invited');
    expect(name).toBeNull();
  });

  test('a verified address opens the account that has it', async () => {
    provider.becomes({ subject, name: 'O.', email: owner.email, isVerified: true });
    expect((await comeBy(way)).name).toBe('Olive Owner');
    provider.becomes({ subject, name: 'O.', email: 'moved@example.org', isVerified: false });
    expect((await comeBy(way)).name).toBe('Olive Owner');
  });

  test('somebody invited by a verified address becomes a person', async () => {
    const email = `${way}@example.org`;
    const olive = await signIn(server.address);
    const { id } = await olive.call<{ id: string }>('POST', '/api/v1/projects', { name: way });
    await olive.call('POST', `/api/v1/projects/${id}/invitations`, { email, role: 'analyst' });
    const other = `${subject}0`;
    provider.becomes({ subject: other, name: 'Ada', email, isVerified: false });
    expect((await comeBy(way)).name).toBeNull();
    provider.becomes({ subject: other, name: 'Ada', email, isVerified: true });
    expect((await comeBy(way)).name).toBe('Ada');
  });
});
