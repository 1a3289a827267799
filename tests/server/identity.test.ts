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

type Visit = {
  at: string;
  name: string | null;
  /** Sends the code that is needed after the provider; returns whether they are signed in. */
  goOn: (fields: Record<string, string>) => Promise<{ url: string; name: string | null }>;
};

/** Goes to the provider and back like a browser; returns the final address and the person. */
async function comeBy(way: string): Promise<Visit> {
  const jar = new Map<string, string>();
  const request = async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const csrf = await request(`${server.address}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const begun = await request(`${server.address}/api/auth/signin/${way}`, {
    method: 'POST',
    headers: { origin: server.address },
    body: new URLSearchParams({ csrfToken, json: 'true', callbackUrl: server.address }),
  });
  let { url: at } = (await begun.json()) as { url: string };
  for (let hops = 0; hops < 3; hops++) {
    const { headers } = await request(at);
    const location = headers.get('location');
    if (location === null) break;
    at = new URL(location, at).href;
    if (!at.includes('/api/auth/') && at.startsWith(server.address)) break;
  }
  const nameNow = async () => {
    const me = await request(`${server.address}/api/v1/me`);
    return ((await me.json()) as { name?: string }).name ?? null;
  };
  const goOn = async (fields: Record<string, string>) => {
    const sent = await request(`${server.address}/api/auth/callback/continue`, {
      method: 'POST',
      headers: { origin: server.address },
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    });
    return { url: ((await sent.json()) as { url: string }).url, name: await nameNow() };
  };
  return { at, name: await nameNow(), goOn };
}

/** A person who joins by an invitation without a name, with a self-chosen name. */
async function joinedAs(email: string, password: string): Promise<void> {
  const olive = await signIn(server.address);
  const { id } = await olive.call<{ id: string }>('POST', '/api/v1/projects', { name: email });
  const invitations = `/api/v1/projects/${id}/invitations`;
  const invited = await olive.call<{ token: string }>('POST', invitations, { role: 'analyst' });
  const accepted = await fetch(`${server.address}/api/v1/invitations/${invited.token}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address },
    body: JSON.stringify({ name: 'Not really', email, password }),
  });
  expect(accepted.status).toBe(200);
}

describe('a provider whose metadata name another', () => {
  const asAnother = async () => {
    provider.becomes({ subject: '40', name: 'O.', email: owner.email, isVerified: true });
    provider.callsItself('https://another.example.org');
    const visit = await comeBy('oidc');
    provider.callsItself(null);
    return visit;
  };

  test('is not gone to', async () => {
    expect(await asAnother()).toMatchObject({
      at: `${server.address}/sign-in?error=OAuthSignin`,
      name: null,
    });
    expect(server.output()).toContain('names another issuer than OIDC_ISSUER');
  });

  test('is refused even after a correct answer a moment ago', async () => {
    expect((await comeBy('oidc')).at).toContain('/sign-in/continue');
    const { at, name } = await asAnother();
    expect(at).not.toContain('/continue');
    expect(name).toBeNull();
    expect(server.output()).toContain('OAUTH_PARSE_PROFILE_ERROR');
  });
});

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

  test('a verified address opens the account that has it, once its password was given', async () => {
    provider.becomes({ subject, name: 'O.', email: owner.email, isVerified: true });
    const { at, name, goOn } = await comeBy(way);
    expect([at, name]).toEqual([`${server.address}/sign-in/continue`, null]);
    const wrong = await goOn({ password: 'wrong horse battery' });
    expect(wrong).toMatchObject({ url: expect.stringContaining('CredentialsSignin'), name: null });
    expect((await goOn({ password: owner.password })).name).toBe('Olive Owner');
    // The code is not valid a second time.
    expect((await goOn({ password: owner.password })).url).toContain('vouched-too-long-ago');
    expect((await comeBy(way)).name).toBe('Olive Owner');
    provider.becomes({ subject, name: 'O.', email: 'moved@example.org', isVerified: false });
    expect((await comeBy(way)).name).toBe('Olive Owner');
  });

  test('who joined as somebody else has no hold on them', async () => {
    const email = `victim-of-${way}@example.org`;
    const password = 'known to the attacker';
    await joinedAs(email, password);
    provider.becomes({ subject: `${subject}1`, name: 'Vera', email, isVerified: true });
    const { at, name, goOn } = await comeBy(way);
    expect([at, name]).toEqual([`${server.address}/sign-in/continue`, null]);
    expect((await goOn({})).name).toBeNull();
    expect((await goOn({ password: '' })).name).toBeNull();
    expect((await comeBy(way)).at).toContain('/sign-in/continue');
  });

  test('what a provider vouched for counts in one browser alone, and is no session', async () => {
    const answer = await fetch(`${server.address}/api/auth/csrf`);
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    const cookie = answer.headers.getSetCookie().map((set) => set.split(';')[0]);
    const session = (await signIn(server.address)).cookie.split('session-token=')[1] ?? '';
    for (const forged of ['nonsense', session]) {
      const sent = await fetch(`${server.address}/api/auth/callback/continue`, {
        method: 'POST',
        headers: { cookie: [...cookie, `parallax-identity=${forged}`].join('; ') },
        body: new URLSearchParams({ password: owner.password, csrfToken, json: 'true' }),
      });
      expect(await sent.json()).toMatchObject({
        url: expect.stringContaining('vouched-too-long-ago'),
      });
    }
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
