import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningServer } from '../harness/running-server';
import {
  aDataFolder,
  anEmptyFolder,
  failToStart,
  owner,
  startServer,
} from '../harness/running-server';
import { signIn, trySignIn } from '../harness/session';

const minutes = 180_000;

describe('a start', () => {
  const cases: [string, RegExp, Record<string, string>][] = [
    ['a port that is none', /^PORT must be a number/m, { PORT: 'abc' }],
    ['a public host without its address', /^PARALLAX_URL must be set/m, { HOST: '0.0.0.0' }],
    ['half an owner', /PARALLAX_OWNER_PASSWORD/, { PARALLAX_OWNER_EMAIL: 'a@example.org' }],
    [
      'a weak password for the owner',
      /^PARALLAX_OWNER_PASSWORD is not valid/m,
      {
        PARALLAX_OWNER_EMAIL: 'a@example.org',
        PARALLAX_OWNER_PASSWORD: 'short',
        PARALLAX_OWNER_NAME: 'A',
      },
    ],
    [
      'a common password for the owner',
      /^PARALLAX_OWNER_PASSWORD is not valid: This password is easy to guess/m,
      {
        PARALLAX_OWNER_EMAIL: 'a@example.org',
        PARALLAX_OWNER_PASSWORD: 'password123',
        PARALLAX_OWNER_NAME: 'A',
      },
    ],
    [
      'a proxy that is none',
      /^PARALLAX_TRUSTED_PROXIES must be addresses or networks/m,
      { PARALLAX_TRUSTED_PROXIES: 'the office' },
    ],
    [
      'a database that does not answer',
      /^The database cannot be reached.*DATABASE_URL/m,
      { DATABASE_URL: 'postgres://nobody:hidden-word@127.0.0.1:9/none' },
    ],
    ['a data folder that cannot be', /PARALLAX_DATA/, { PARALLAX_DATA: '/dev/null/data' }],
  ];
  test.each(cases)(
    'is refused for %s, in a sentence',
    async (_, words, vars) => {
      // The owner is checked once there is a database, so give it one.
      const made = 'PARALLAX_OWNER_NAME' in vars ? { PARALLAX_DATA: await aDataFolder() } : {};
      const { code, output } = await failToStart({ ...made, ...vars });
      expect(output).toMatch(words);
      expect(output).not.toMatch(/^\s+at |hidden-word|short/m);
      expect(code).toBe(1);
    },
    minutes,
  );
});

describe('the first start', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ withOwner: false, dataFolder: await anEmptyFolder() });
  }, 5 * minutes);
  afterAll(() => server.stop());

  test('prints a welcome link that makes one owner', async () => {
    const secret = /\/welcome\/([\w-]{43})/.exec(server.output())?.[1] ?? '';
    const accept = (email: string) =>
      fetch(`${server.address}/api/v1/welcome/${secret}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.address },
        body: JSON.stringify({ name: 'Olive', email, password: owner.password }),
      });
    expect((await accept(owner.email)).status).toBe(201);
    expect((await accept('second@example.org')).status).toBe(404);
    const olive = await signIn(server.address);
    expect(await olive.call('GET', '/api/v1/me')).toMatchObject({ name: 'Olive' });
  });

  test('makes its data accessible to its owner only', async () => {
    for (const [name, mode] of [
      ['secret', 0o600],
      ['running.json', 0o600],
    ] as const)
      expect((await stat(join(server.dataFolder, name))).mode & 0o777).toBe(mode);
  });

  test(
    'a second one on its data folder says so and stops',
    async () => {
      const { code, output } = await failToStart({ PARALLAX_DATA: server.dataFolder });
      expect(output).toMatch(/Another Parallax is using .*PARALLAX_DATA/);
      expect(code).toBe(1);
      expect((await fetch(`${server.address}/api/ready`)).status).toBe(200);
    },
    minutes,
  );

  test(
    'another one on its port says so and stops',
    async () => {
      const { code, output } = await failToStart({
        PORT: new URL(server.address).port,
        PARALLAX_DATA: await aDataFolder(),
      });
      expect(output).toMatch(/^Port \d+ of 127\.0\.0\.1 is in use\..*PORT/m);
      expect(code).toBe(1);
    },
    minutes,
  );
});

test(
  'behind an https address, cookies are for https only; when nobody reads its log any more a server serves on, and stops when it is told to',
  async () => {
    const server = await startServer({ env: { PARALLAX_URL: 'https://parallax.example.org' } });
    const answer = await trySignIn(server.address, owner.email, owner.password);
    const cookies = answer.headers.getSetCookie();
    // Each has the `__Host-` prefix, so that no other host of the domain can set it.
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/);
      expect(cookie).toMatch(/; Path=\/(?:;|$)/i);
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).not.toMatch(/; Domain/i);
    }
    expect(cookies.join()).toContain('__Host-next-auth.session-token=');
    server.loseLog();
    expect((await fetch(`${server.address}/api/ready`)).status).toBe(200);
    // Printing that it stops fails.
    expect(await server.stop()).toBe(0);
  },
  5 * minutes,
);

describe('a server', () => {
  let server: RunningServer;
  beforeAll(async () => {
    // A path longer than that of a socket may be.
    const dataFolder = join(await mkdtemp(join(tmpdir(), 'parallax-test-')), 'd'.repeat(90));
    server = await startServer({ dataFolder });
  }, 5 * minutes);
  afterAll(() => server.stop());

  test('puts its security headers on every kind of answer', async () => {
    const page = await fetch(server.address);
    const chunk = /\/_next\/static\/[^"]+\.js/.exec(await page.text())?.[0] ?? '';
    const paths = [
      '/',
      '/sign-in',
      '/nowhere',
      chunk,
      '/api/health',
      '/api/v1/me',
      '/api/nowhere',
      '/%',
      '/_next/image?url=x',
    ];
    const nonces = new Set<string>();
    for (const path of paths) {
      const { headers, status } = await fetch(server.address + path, { redirect: 'manual' });
      const policy = headers.get('content-security-policy') ?? '';
      expect([path, policy]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
      expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect([path, status]).toEqual([path, expect.any(Number)]);
      expect(status).toBeLessThan(500);
      nonces.add(policy);
    }
    expect(nonces.size).toBe(paths.length);
  });

  const json = { 'content-type': 'application/json' };
  const cookie = 'next-auth.callback-url=javascript:alert(1)';
  const onward = new URLSearchParams({ callbackUrl: 'nonsense' });
  test.each<[string, RequestInit, number]>([
    ['/api/auth/callback/credentials', {}, 404],
    ['/api/auth/nowhere', {}, 404],
    ['/api/auth/session', { method: 'POST' }, 404],
    ['/api/auth/signout', { method: 'POST', headers: json, body: '{' }, 400],
    ['/api/auth/signout', { method: 'POST', headers: json, body: '{"a":{}}' }, 422],
    ['/api/auth/signout', { method: 'POST', headers: json, body: '{"a":"\\u0000"}' }, 422],
    ['/api/auth/signout', { method: 'POST', body: new URLSearchParams({ a: '\0' }) }, 422],
    ['/api/auth/signout', { method: 'POST', body: onward }, 400],
    ['/api/auth/signout', { method: 'POST', body: 'a'.repeat(100_001) }, 413],
    ['/api/auth/signin?callbackUrl=javascript:alert(1)', {}, 400],
    ['/api/auth/csrf', { headers: { cookie } }, 400],
    ['/api/v1/me', { method: 'DELETE' }, 405],
  ])('refuses %s as a problem', async (path, init, status) => {
    const answer = await fetch(server.address + path, { redirect: 'manual', ...init });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, detail: expect.any(String) });
  });

  test.each(['/', '/sign-in', '/nowhere'])('gives every script of %s its nonce', async (path) => {
    const answer = await fetch(server.address + path);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  });

  test('has no page kept by a browser or a cache', async () => {
    const session = await signIn(server.address);
    const { id } = await session.call<{ id: string }>('POST', '/api/v1/projects', { name: 'A' });
    for (const path of [
      '/',
      '/sign-in',
      '/account',
      `/projects/${id}`,
      `/projects/${id}/members`,
    ]) {
      const { headers, status } = await session.fetch(path);
      expect([path, status, headers.get('cache-control')]).toEqual([
        path,
        200,
        expect.stringContaining('no-store'),
      ]);
    }
  });

  test('gives cookies that no script reads and no other site sends', async () => {
    const answer = await trySignIn(server.address, owner.email, owner.password);
    const session = answer.headers.getSetCookie().find((one) => one.includes('session-token='));
    expect(session).toMatch(/; HttpOnly/i);
    expect(session).toMatch(/; SameSite=Lax/i);
    expect(session).not.toMatch(/; Secure/i);
  });

  test('answers a wrong name like a wrong password, and too many tries with a wait', async () => {
    const signInResult = async (email: string) => {
      const answer = await trySignIn(server.address, email, 'wrong password');
      return { status: answer.status, text: await answer.text() };
    };
    expect(await signInResult('nobody@example.org')).toEqual(
      await signInResult('somebody@example.org'),
    );
    let last = { status: 0, text: '' };
    for (let tries = 0; tries < 10; tries++) last = await signInResult('nobody@example.org');
    expect(last.status).toBe(429);
    expect(last.text).toContain('too-many');
    const late = await trySignIn(server.address, 'nobody@example.org', 'wrong password');
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(late.headers.get('content-type')).toBe('application/problem+json');
    const right = await trySignIn(server.address, owner.email, owner.password);
    expect(right.headers.getSetCookie().join()).toContain('session-token=');
  });

  test(
    'stops at Ctrl-C, with 0, and begins again where it was',
    async () => {
      const first = await signIn(server.address);
      const { id } = await first.call<{ id: string }>('POST', '/api/v1/projects', { name: 'Kept' });
      expect(await server.stop()).toBe(0);
      expect(server.output()).not.toMatch(/error/i);
      server = await startServer({ dataFolder: server.dataFolder });
      const again = await signIn(server.address);
      expect(await again.call('GET', `/api/v1/projects/${id}`)).toMatchObject({ name: 'Kept' });
    },
    minutes,
  );
});
