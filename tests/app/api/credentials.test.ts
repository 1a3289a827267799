import { makeToken } from '@/lib/access/tokens';
import { flushFaults } from '@/lib/access/log';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { routeModules } from '@/app/api/v1/openapi.json/operations';
import type { Viewer } from '@/lib/access/viewer';
import { aPerson } from '@/tests/builders/a-person';
import { signedIn } from '@/tests/builders/signed-in';
import { logLines } from '@/tests/harness/expected-errors';
import { callRoute } from '@/tests/harness/call-route';

const doors = Object.entries(routeModules).flatMap(([path, module]) =>
  Object.keys(module).map((method) => [method, path.replace(/\{\w+\}/g, () => v7())] as const),
);
/** They are asked whether the process lives, before anything of anybody is looked at. */
const aliveness = ['/api/health', '/api/ready'];
const [reads, writes] = [
  doors.filter(([method, path]) => method === 'GET' && !aliveness.includes(path)),
  doors.filter(([method]) => method !== 'GET'),
];

let ada: Viewer;
let tokens: Record<'read' | 'write', string>;
beforeAll(async () => {
  ada = await aPerson();
  const one = async (scope: 'read' | 'write') =>
    (await makeToken(await signedIn(ada), { name: scope, scopes: [scope] })).token;
  tokens = { read: await one('read'), write: await one('write') };
});

describe('a token that may only read', () => {
  test.each(writes)('%s %s', async (method, path) => {
    const { status, body } = await callRoute(method, path, {
      as: { token: tokens.read },
      body: {},
    });
    expect(status).toBe(403);
    expect(body).toMatchObject({ detail: expect.stringContaining('scope “write”') });
  });
});

describe('a token that may only write', () => {
  test.each(reads)('%s %s', async (method, path) => {
    expect((await callRoute(method, path, { as: { token: tokens.write } })).status).toBe(403);
  });
});

describe('a session whose request comes from elsewhere', () => {
  const elsewhere = ['https://evil.example', 'null', 'http://127.0.0.1:3000.evil.example', ''];

  test.each(writes)('%s %s', async (method, path) => {
    for (const origin of elsewhere) {
      const { status, body } = await callRoute(method, path, {
        as: ada,
        body: {},
        headers: { origin },
      });
      expect(status).toBe(403);
      expect(body).toMatchObject({ detail: expect.stringContaining('our own pages') });
    }
  });

  test('a token needs no origin', async () => {
    const body = { name: 'By a script' };
    const asked = { as: { token: tokens.write }, body, headers: { origin: elsewhere[0] ?? '' } };
    expect((await callRoute('POST', '/api/v1/projects', asked)).status).toBe(201);
  });
});

test.each([
  'Bearer nonsense',
  'Bearer plx_nonsense',
  'Basic YWRhOmFkYQ==',
  'Bearer ',
  `Bearer ${'x'.repeat(5000)}`,
])('the authorization %j is nobody’s, even with a session beside it', async (authorization) => {
  const { status, headers } = await callRoute('GET', '/api/v1/me', {
    as: ada,
    headers: { authorization },
  });
  expect(status).toBe(401);
  expect(headers.get('www-authenticate')).toBe('Bearer realm="Parallax"');
});

test('what is refused is in the log: a wrong token, a missing right, a request from elsewhere', async () => {
  flushFaults();
  const before = logLines().length;
  await callRoute('GET', '/api/v1/me', { headers: { authorization: 'Bearer plx_nonsense' } });
  await callRoute('POST', '/api/v1/projects', { as: { token: tokens.read }, body: { name: 'A' } });
  flushFaults();
  const headers = { origin: 'https://evil.example' };
  await callRoute('POST', '/api/v1/projects', { as: ada, body: { name: 'A' }, headers });
  const lines = logLines().slice(before);
  expect(lines.map(({ level, fields }) => [level, fields.reason])).toEqual([
    ['info', 'unknown'],
    ['info', 'forbidden'],
    ['info', 'forbidden'],
  ]);
  expect(JSON.stringify(lines)).not.toContain('plx_');
});

test.each(['nonsense', 'a.b.c', ''])('the session cookie %j is nobody’s', async (session) => {
  const headers = { cookie: `next-auth.session-token=${session}` };
  expect((await callRoute('GET', '/api/v1/me', { headers })).status).toBe(401);
});
