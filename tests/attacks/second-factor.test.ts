import { beforeAll, expect, jest, test } from '@jest/globals';
import { v7 } from 'uuid';
import { totpCode } from '@/lib/access/second-factor-codes';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import { inDatabaseOf } from '@/tests/harness/server-database';
import type { Session } from '@/tests/harness/session';
import { signIn, trySignIn } from '@/tests/harness/session';
import { joinAs } from '@/tests/journeys/colleague';

// An attacker knows a password, or has seen a code, and tries to sign in.

jest.setTimeout(120_000);

const password = 'correct horse battery';
let server: RunningServer;
let owner: Session;
let projectId: string;

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
  ({ id: projectId } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: v7(),
  }));
}, 240_000);

type Guarded = {
  session: Session;
  userId: string;
  email: string;
  /** The current code, or the one that many time steps later. */
  code: (stepsLater?: number) => string;
  recoveryCodes: string[];
};

async function setUp(session: Session): Promise<Guarded> {
  const me = await session.call<{ id: string; email: string }>('GET', '/api/v1/me');
  const path = '/api/v1/me/second-factor';
  const { secret } = await session.call<{ secret: string }>('POST', path);
  const code = (stepsLater = 0) => totpCode(secret, new Date(Date.now() + stepsLater * 30_000));
  const { recoveryCodes } = await session.call<{ recoveryCodes: string[] }>(
    'POST',
    `${path}/confirmation`,
    { code: code() },
  );
  return { session, userId: me.id, email: me.email, code, recoveryCodes };
}

const aGuarded = async (): Promise<Guarded> =>
  setUp(await joinAs(server.address, owner, projectId, 'Ada', 'analyst'));

/** The result of signing in: “in” or the name of the error. */
async function enter(email: string, given: string, code?: string): Promise<string> {
  const answer = await trySignIn(server.address, email, given, code);
  const { url } = (await answer.json()) as { url: string };
  const isIn = answer.headers.getSetCookie().some((cookie) => /session-token=[^;]/.test(cookie));
  expect(isIn).toBe(answer.status === 200);
  return isIn ? 'in' : (new URL(url).searchParams.get('error') ?? '');
}

test('a password alone opens nothing, and a code replayed neither', async () => {
  const { email, userId, code, recoveryCodes } = await aGuarded();
  const seen = code();
  expect(await enter(email, 'wrong horse battery')).toBe('CredentialsSignin');
  expect(await enter(email, 'wrong horse battery', code(1))).toBe('CredentialsSignin');
  expect(await enter(email, password)).toBe('code-needed');
  // It has confirmed the factor and is therefore used up.
  expect(await enter(email, password, seen)).toBe('code-wrong');
  const next = code(1);
  expect(await enter(email, password, next)).toBe('in');
  expect(await enter(email, password, next)).toBe('code-wrong');
  expect(await enter(email, password, recoveryCodes[0])).toBe('in');
  expect(await enter(email, password, recoveryCodes[0])).toBe('code-wrong');
  const [row] = await inDatabaseOf(
    server,
    `SELECT count(*)::int AS left FROM "RecoveryCode" WHERE "userId" = $1 AND "usedAt" IS NULL`,
    [userId],
  );
  expect(row).toEqual({ left: 9 });
});

test('codes cannot be guessed by a person who knows the password', async () => {
  const { email, recoveryCodes } = await aGuarded();
  const answers: string[] = [];
  for (let at = 0; at < 11; at++) answers.push(await enter(email, password, `${100_000 + at}`));
  expect(answers.slice(0, 9)).not.toContain('in');
  expect(answers.at(-1)).toMatch(/^too-many:\d+$/);
  expect(await enter(email, password, recoveryCodes[0])).toMatch(/^too-many/);
});

test('a stolen session does not take the factor away, nor make recovery codes', async () => {
  const { session, userId, recoveryCodes } = await aGuarded();
  await inDatabaseOf(server, `UPDATE "Session" SET "provedAt" = 'epoch' WHERE "userId" = $1`, [
    userId,
  ]);
  for (const [method, path] of [
    ['DELETE', '/api/v1/me/second-factor'],
    ['POST', '/api/v1/me/second-factor/recovery-codes'],
  ] as const) {
    const answer = await session.fetch(path, { method });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ type: 'urn:parallax:proof-needed' });
  }
  await session.call('POST', '/api/v1/me/proof', { code: recoveryCodes[0] });
  await session.call('DELETE', '/api/v1/me/second-factor');
});

test('the database has no readable secret or code', async () => {
  const { userId, recoveryCodes } = await aGuarded();
  const rows = await inDatabaseOf(
    server,
    `SELECT f.sealed, r.hash FROM "SecondFactor" f JOIN "RecoveryCode" r USING ("userId")
      WHERE "userId" = $1`,
    [userId],
  );
  expect(rows).toHaveLength(10);
  const stored = JSON.stringify(rows);
  for (const code of recoveryCodes) expect(stored).not.toContain(code.replaceAll('-', ''));
  expect(stored).toMatch(/"sealed":"v1\./);
});

test('a project that asks for a second factor is closed to who has none, by session, token and page', async () => {
  const manager = await aGuarded();
  const { id } = await manager.session.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Guarded',
  });
  const text = 'Nobody knows why.';
  const article = await manager.session.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${id}/articles`,
    { title: 'An article', text },
  );
  const ben = await joinAs(server.address, manager.session, id, 'Ben', 'analyst');
  const { token } = await ben.call<{ token: string }>('POST', '/api/v1/tokens', {
    name: 'all',
    scopes: ['read', 'write'],
  });
  const layer = await ben.call<{ id: string }>('PUT', `/api/v1/articles/${article.id}/layers/mine`);
  const unguarded = await owner.fetch(`/api/v1/projects/${projectId}`, {
    method: 'PATCH',
    body: JSON.stringify({ requireSecondFactor: true }),
  });
  expect(unguarded.status).toBe(409);
  await manager.session.call('PATCH', `/api/v1/projects/${id}`, { requireSecondFactor: true });
  const annotation = { label: 'loaded_framing', segments: [{ start: 0, end: 6 }] };
  const doors: [string, string, unknown?][] = [
    ['GET', `/api/v1/projects/${id}`],
    ['GET', `/api/v1/projects/${id}/articles`],
    ['GET', `/api/v1/projects/${id}/export?format=csv`],
    ['GET', `/api/v1/articles/${article.id}`],
    ['GET', `/api/v1/articles/${article.id}/text`],
    ['GET', `/api/v1/articles/${article.id}/layers`],
    ['GET', `/api/v1/layers/${layer.id}/annotations`],
    ['PUT', `/api/v1/layers/${layer.id}/annotations/${v7()}`, annotation],
  ];
  const statuses = async () => {
    const seen: unknown[] = [];
    for (const [method, path, body] of doors) {
      const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      for (const answer of [
        await ben.fetch(path, init),
        await fetch(server.address + path, { ...init, headers }),
      ]) {
        const isProblem = answer.headers.get('content-type')?.includes('problem');
        const { type } = isProblem ? ((await answer.json()) as { type: string }) : { type: 'open' };
        seen.push(type);
      }
    }
    return new Set(seen);
  };
  expect(await statuses()).toEqual(new Set(['urn:parallax:second-factor-needed']));
  for (const path of [`/projects/${id}`, `/projects/${id}/members`, `/articles/${article.id}`]) {
    const page = await ben.fetch(path, { redirect: 'manual' });
    const led = page.headers.get('location') ?? (await page.text());
    expect(led).toContain('/account?wanted=second-factor');
    expect(led).not.toContain(text);
  }
  await setUp(ben);
  expect(await statuses()).toEqual(new Set(['open']));
});
