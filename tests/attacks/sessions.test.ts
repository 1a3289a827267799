import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { v7 } from 'uuid';
import { aLine } from '@/tests/harness/live-line';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import { inDatabaseOf } from '@/tests/harness/server-database';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from '@/tests/journeys/colleague';

// An attacker has a copy of a cookie or a token and tries whether it still works.

jest.setTimeout(120_000);

const password = 'correct horse battery';
let server: RunningServer;
let owner: Session;
let projectId: string;
let articleId: string;

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
  ({ id: projectId } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Sessions',
    blind: 'open',
  }));
  ({ id: articleId } = await owner.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${projectId}/articles`,
    { title: 'An article', text: 'Nobody knows why.' },
  ));
}, 240_000);

const aColleague = () => joinAs(server.address, owner, projectId, 'Ada', 'analyst');

const emailOf = async (session: Session) =>
  (await session.call<{ email: string }>('GET', '/api/v1/me')).email;

/** Another browser of the same person. */
const again = async (session: Session) =>
  signIn(server.address, { email: await emailOf(session), password });

const lineOf = ({ cookie }: Session) => aLine(server.address, { cookie, origin: server.address });

const channel = (userId: string) => ({ kind: 'own', articleId, userId }) as const;

/** Where a cookie works: the API, a page, next-auth's session, and a new live connection. */
async function uses(session: Session) {
  const page = await fetch(`${server.address}/account`, {
    headers: { cookie: session.cookie },
    redirect: 'manual',
  });
  const known = await session.fetch('/api/auth/session');
  const line = await lineOf(session);
  const joined = await line.join(channel(await idOf(session)));
  await line.close();
  return {
    api: (await session.fetch('/api/v1/me')).status,
    page: page.headers.get('location') ?? page.status,
    session: ((await known.json()) as { user?: unknown }).user !== undefined,
    isRenewed: known.headers.getSetCookie().some((cookie) => /session-token=[^;]/.test(cookie)),
    line: joined,
  };
}

const ids = new Map<Session, string>();
async function idOf(session: Session): Promise<string> {
  const known = ids.get(session) ?? (await session.call<{ id: string }>('GET', '/api/v1/me')).id;
  ids.set(session, known);
  return known;
}

const everything = { api: 200, page: 200, session: true, isRenewed: true, line: true };
const nothing = {
  api: 401,
  page: '/sign-in?next=%2Faccount',
  session: false,
  isRenewed: false,
  line: false,
};

async function signOut({ cookie, fetch: request }: Session): Promise<void> {
  const csrf = await request('/api/auth/csrf');
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const mine = csrf.headers.getSetCookie().map((set) => set.split(';')[0]);
  const sent = await request('/api/auth/signout', {
    method: 'POST',
    headers: {
      cookie: [cookie, ...mine].join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ csrfToken, json: 'true' }).toString(),
  });
  expect(sent.status).toBe(200);
}

const sessionsOf = async (session: Session) =>
  (await session.call<{ items: { id: string; current: boolean }[] }>('GET', '/api/v1/me/sessions'))
    .items;

const ownId = async (session: Session) =>
  (await sessionsOf(session)).find(({ current }) => current)?.id ?? '';

/** Moves the times of a session into the past. */
const setBack = (sessionId: string, column: string, days: number) =>
  inDatabaseOf(
    server,
    `UPDATE "Session" SET "${column}" = now() - make_interval(secs => $2) WHERE id = $1`,
    [sessionId, days * 24 * 60 * 60],
  );

describe('a cookie replayed', () => {
  test('counts while its session does', async () => {
    const ada = await aColleague();
    await idOf(ada);
    expect(await uses(ada)).toEqual(everything);
  });

  test.each<[string, (ada: Session, elsewhere: Session) => Promise<unknown>]>([
    ['after signing out', (ada) => signOut(ada)],
    [
      'after it was ended from another browser',
      async (ada, elsewhere) => elsewhere.call('DELETE', `/api/v1/me/sessions/${await ownId(ada)}`),
    ],
    [
      'after all others were ended',
      (_, elsewhere) => elsewhere.call('DELETE', '/api/v1/me/sessions?others=true'),
    ],
    [
      'after a new password in another browser',
      (_, elsewhere) =>
        elsewhere.call('POST', '/api/v1/me/password', {
          current: password,
          next: 'staple staple staple',
        }),
    ],
  ])('%s is nobody’s at once, and its open line ends', async (_, end) => {
    const ada = await aColleague();
    const elsewhere = await again(ada);
    const userId = await idOf(ada);
    const line = await lineOf(ada);
    expect(await line.join(channel(userId))).toBe(true);
    await end(ada, elsewhere);
    expect(await uses(ada)).toEqual(nothing);
    expect(await line.ended).toMatchObject({ code: 4401 });
    expect((await elsewhere.fetch('/api/v1/me')).status).toBe(200);
  });

  test.each([
    ['lastSeenAt', 13.9, 14.1],
    ['createdAt', 89.9, 90.1],
  ])('%s decides how long it counts', async (column, still, late) => {
    const ada = await aColleague();
    const [userId, sessionId] = [await idOf(ada), await ownId(ada)];
    const line = await lineOf(ada);
    expect(await line.join(channel(userId))).toBe(true);
    await setBack(sessionId, column, still);
    expect(await uses(ada)).toEqual(everything);
    await setBack(sessionId, column, late);
    expect(await line.ended).toMatchObject({ code: 4401 });
    // A session that ran out may stay in the cache for two seconds.
    await wait(2_100);
    expect(await uses(ada)).toEqual(nothing);
  });

  test('signing in again in the same browser ends the session before', async () => {
    const ada = await aColleague();
    await idOf(ada);
    const email = await emailOf(ada);
    const csrf = await ada.fetch('/api/auth/csrf');
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const mine = csrf.headers.getSetCookie().map((set) => set.split(';')[0]);
    const sent = await ada.fetch('/api/auth/callback/credentials', {
      method: 'POST',
      headers: {
        cookie: [ada.cookie, ...mine].join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ csrfToken, email, password, json: 'true' }).toString(),
    });
    expect(sent.status).toBe(200);
    expect(await uses(ada)).toEqual(nothing);
  });
});

test('a session of somebody else cannot be ended or seen', async () => {
  const [ada, eve] = [await aColleague(), await aColleague()];
  const hers = await ownId(ada);
  const sent = await eve.fetch(`/api/v1/me/sessions/${hers}`, { method: 'DELETE' });
  expect(sent.status).toBe(404);
  expect((await sessionsOf(eve)).map(({ id }) => id)).not.toContain(hers);
  expect((await ada.fetch('/api/v1/me')).status).toBe(200);
});

describe('a token', () => {
  test('of any scope neither lists nor makes nor revokes tokens, nor ends or lists sessions', async () => {
    const ada = await aColleague();
    const { id, token } = await ada.call<{ id: string; token: string }>('POST', '/api/v1/tokens', {
      name: 'all',
      scopes: ['read', 'write'],
    });
    const asked: [string, string, unknown?][] = [
      ['GET', '/api/v1/tokens'],
      ['POST', '/api/v1/tokens', { name: 'more', scopes: ['read'] }],
      ['DELETE', `/api/v1/tokens/${id}`],
      ['GET', '/api/v1/me/sessions'],
      ['DELETE', '/api/v1/me/sessions'],
      ['DELETE', '/api/v1/me/sessions?others=true'],
      ['DELETE', `/api/v1/me/sessions/${await ownId(ada)}`],
      ['POST', '/api/v1/me/proof', { password }],
      ['POST', '/api/v1/me/password', { current: password, next: 'staple staple staple' }],
    ];
    for (const [method, path, body] of asked) {
      const answer = await fetch(server.address + path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      });
      expect([method, path, answer.status]).toEqual([method, path, 403]);
      expect(((await answer.json()) as { detail: string }).detail).toMatch(/^A token cannot/);
    }
    const { items } = await ada.call<{ items: unknown[] }>('GET', '/api/v1/tokens');
    expect(items).toHaveLength(1);
  });
});

test('after a quarter of an hour a session alone makes no token, until the password is given', async () => {
  const ada = await aColleague();
  await setBack(await ownId(ada), 'provedAt', 15 / (24 * 60));
  const make = () =>
    ada.fetch('/api/v1/tokens', {
      method: 'POST',
      body: JSON.stringify({ name: v7(), scopes: ['read'] }),
    });
  const refusal = await make();
  expect(refusal.status).toBe(403);
  expect(await refusal.json()).toMatchObject({ type: 'urn:parallax:proof-needed', status: 403 });
  const wrong = await ada.fetch('/api/v1/me/proof', {
    method: 'POST',
    body: JSON.stringify({ password: 'wrong horse battery' }),
  });
  expect(wrong.status).toBe(422);
  expect((await make()).status).toBe(403);
  await ada.call('POST', '/api/v1/me/proof', { password });
  expect((await make()).status).toBe(201);
});
