import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { MailServer } from '@/tests/harness/mail-server';
import { startMailServer } from '@/tests/harness/mail-server';
import type { RunningServer } from '@/tests/harness/running-server';
import { owner, sharedServer, startServer } from '@/tests/harness/running-server';

const minutes = 300_000;

let mail: MailServer;
let server: RunningServer;
beforeAll(async () => {
  mail = await startMailServer();
  server = await startServer({
    env: { PARALLAX_SMTP_URL: mail.url, PARALLAX_TRUSTED_PROXIES: '127.0.0.1' },
  });
}, minutes);
afterAll(async () => {
  await server?.stop();
  await mail?.stop();
});

const cookiesOf = (answer: Response): string[] =>
  answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');

type Sender = { from: string; cookies?: string[]; at?: string };

/** Signs in from the address `from`, as a proxy reports it, with these cookies. */
async function trySignIn(
  email: string,
  password: string,
  { from, cookies = [], at = server.address }: Sender,
): Promise<Response> {
  const csrf = await fetch(`${at}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = [...cookiesOf(csrf), ...cookies].join('; ');
  return fetch(`${at}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: at, 'x-forwarded-for': from },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
}

const post = (path: string, body: unknown, from = '192.0.2.200') =>
  fetch(`${server.address}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify(body),
  });

const wrong = 'wrong horse battery';
const statusesOf = (answers: Response[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);

describe('at the sign-in page', () => {
  test('ten guesses from a network and no more, in whatever order they come', async () => {
    const email = `${v7()}@example.org`;
    const all = Array.from({ length: 30 }, (_, at) =>
      trySignIn(email, wrong, { from: `2001:db8:1:1::${at}` }),
    );
    const statuses = statusesOf(await Promise.all(all));
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(20).fill(429)]);
    const refused = await trySignIn(email, wrong, { from: '2001:db8:1:1:ffff::1' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
  });

  test('guesses of strangers lock nobody out, on a new device or their own', async () => {
    const first = await trySignIn(owner.email, owner.password, { from: '198.51.100.1' });
    expect(first.status).toBe(200);
    const device = cookiesOf(first).filter((cookie) => cookie.startsWith('parallax-device='));
    expect(device).toHaveLength(1);
    const set = first.headers.getSetCookie().find((cookie) => cookie.startsWith('parallax-dev'));
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    // Strangers in the person's own network, and many elsewhere.
    const office = '198.51.100.1';
    for (let at = 0; at < 10; at++) await trySignIn(owner.email, wrong, { from: office });
    const right = (sender: Sender) => trySignIn(owner.email, owner.password, sender);
    expect((await right({ from: office })).status).toBe(429);
    expect((await right({ from: office, cookies: device })).status).toBe(200);
    expect((await right({ from: '198.51.100.2' })).status).toBe(200);
    const forged = device.map((cookie) => `${cookie.slice(0, -2)}xx`);
    expect((await right({ from: office, cookies: forged })).status).toBe(429);
    const many = Array.from({ length: 60 }, (_, at) =>
      trySignIn(owner.email, wrong, { from: `203.0.113.${at}` }),
    );
    await Promise.all(many);
    const slowed = await right({ from: '203.0.113.99' });
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get('retry-after'))).toBeLessThanOrEqual(300);
    expect((await right({ from: '203.0.113.99', cookies: device })).status).toBe(200);
  });

  test('a forged header gives nobody more guesses', async () => {
    const { address } = await sharedServer();
    const email = `${v7()}@example.org`;
    const tries: Response[] = [];
    for (let at = 0; at < 11; at++)
      tries.push(await trySignIn(email, wrong, { from: `198.51.100.${at}`, at: address }));
    expect(statusesOf(tries)).toEqual([...Array(10).fill(401), 429]);
  });
});

describe('a forgotten password', () => {
  const requestReset = (email: string, from?: string) => post('/password-resets', { email }, from);

  test('is answered alike for those who are here and those who are not', async () => {
    const answers = [await requestReset(owner.email), await requestReset('nobody@example.org')];
    const answered = await Promise.all(
      answers.map(async (answer) => [answer.status, await answer.text()]),
    );
    expect(answered[0]).toEqual(answered[1]);
    expect(answered[0]?.[0]).toBe(202);
    await mail.waitFor(1);
    expect(mail.messages.map(({ to }) => to)).toEqual([[owner.email]]);
  });

  test('takes no longer for those who are here', async () => {
    const median = async (emails: string[]) => {
      const taken: number[] = [];
      for (const [at, email] of emails.entries()) {
        const began = performance.now();
        await requestReset(email, `192.0.2.${at}`);
        taken.push(performance.now() - began);
      }
      return taken.toSorted((one, other) => one - other)[Math.floor(taken.length / 2)] ?? 0;
    };
    const nobody = await median(Array.from({ length: 9 }, () => `${v7()}@example.org`));
    const somebody = await median(Array.from({ length: 9 }, () => owner.email));
    expect(somebody).toBeLessThan(3 * nobody + 20);
  });

  test('sets a password by a link that works once, and ends sessions', async () => {
    const before = mail.messages[0]?.raw ?? '';
    // Quoted-printable breaks long lines with “=”.
    const secret = /\/reset\/([\w-]{43})/.exec(before.replaceAll('=\r\n', ''))?.[1] ?? '';
    const page = await fetch(`${server.address}/reset/${secret}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).toContain('Set a new password');
    const accept = (password: string) => post('/password-resets/accept', { secret, password });
    expect((await accept('password123')).status).toBe(422);
    expect((await accept(owner.email)).status).toBe(422);
    expect((await accept('short')).status).toBe(422);
    const both = await Promise.all([
      accept('staple staple staple'),
      accept('battery staple horse'),
    ]);
    expect(statusesOf(both)).toEqual([204, 404]);
    expect((await accept('another one of these')).status).toBe(404);
    expect(server.output()).not.toContain(secret);
  });

  test('sends three mails an hour to an address, and twenty from a network', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 21; at++)
      statuses.push((await requestReset(`${v7()}@example.org`, '192.0.2.250')).status);
    expect(statuses).toEqual([...Array(20).fill(202), 429]);
  });
});

test('the pages of secret links send no referrer', async () => {
  for (const path of [
    '/invitations/guess',
    '/welcome/guess',
    '/reset/guess',
    '/reset?x',
    '/welcome',
  ]) {
    const { headers } = await fetch(server.address + path);
    expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer']);
  }
  const { headers } = await fetch(`${server.address}/sign-in`);
  expect(headers.get('referrer-policy')).toBe('same-origin');
});
