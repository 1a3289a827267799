import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import packageJson from '@/package.json';
import type { RunningServer } from '../harness/running-server';
import { owner, startServer } from '../harness/running-server';
import type { Session } from '../harness/session';
import { signIn, trySignIn } from '../harness/session';

// A separate server: its log has the level “debug”, and its database is killed.
const metricsToken = 'a-token-of-the-scraper';
const signingSecret = 'a secret by which sessions are signed, no shorter than this';
let server: RunningServer;
let session: Session;
let projectId: string;

beforeAll(async () => {
  server = await startServer({
    env: {
      PARALLAX_LOG_LEVEL: 'debug',
      PARALLAX_METRICS_TOKEN: metricsToken,
      PARALLAX_SECRET: signingSecret,
    },
  });
  session = await signIn(server.address);
  ({ id: projectId } = await session.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Watched',
  }));
}, 300_000);
afterAll(() => server.stop());

type Line = Record<string, unknown> & { level: string; message: string };

/** The log lines so far, without the output for people. */
const lines = (): Line[] =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

async function logged(fits: (line: Line) => boolean): Promise<Line> {
  for (;;) {
    const found = lines().find(fits);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('each request has an id, which its answer and its line in the log have', async () => {
  const answer = await session.fetch(`/api/v1/projects/${projectId}`, {
    headers: { 'x-request-id': 'chosen-by-the-client' },
  });
  const requestId = answer.headers.get('x-request-id');
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  const { id: userId } = await session.call<{ id: string }>('GET', '/api/v1/me');
  expect(await logged((line) => line.requestId === requestId)).toMatchObject({
    level: 'debug',
    message: 'Request answered.',
    route: '/api/v1/projects/[projectId]',
    method: 'GET',
    status: 200,
    userId,
  });
});

test('a page is logged and measured by its pattern, and so is who looks at it', async () => {
  const { cookie } = session;
  const page = await fetch(`${server.address}/projects/${projectId}`, { headers: { cookie } });
  await page.text();
  const requestId = page.headers.get('x-request-id');
  const line = await logged((one) => one.requestId === requestId);
  expect(line).toMatchObject({ route: '/projects/[projectId]', userId: expect.any(String) });
});

/** The value of a series in Prometheus' text; null if it is missing. */
function valueIn(text: string, series: string): number | null {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0) || null;
}

test('metrics say how the process is, by patterns without ids', async () => {
  await trySignIn(server.address, owner.email, 'wrong horse battery');
  const scrape = async () => (await fetch(`${server.address}/api/metrics`)).text();
  let text = await scrape();
  for (; !text.includes('\nparallax_database_size_bytes '); text = await scrape())
    await new Promise((resolve) => setTimeout(resolve, 50));
  for (const series of [
    `parallax_info{version="${packageJson.version}",node="${process.version}"} 1`,
    'parallax_sign_ins_total{outcome="failed"} 1',
    'parallax_live_lines 0',
    'parallax_live_subscriptions 0',
  ])
    expect(text).toContain(`\n${series}\n`);
  for (const name of [
    'parallax_http_request_duration_seconds_count{route="/projects/[projectId]",method="GET",status_class="2xx"}',
    'parallax_requests_total{method="GET",status="200"}',
    'parallax_request_seconds_total{method="GET",status="200"}',
    'parallax_database_connections{pool="pages",state="idle"}',
    'parallax_database_size_bytes',
    'parallax_disk_free_bytes',
    'parallax_disk_size_bytes',
    'parallax_database_process_resident_memory_bytes',
    'process_resident_memory_bytes',
    'process_uptime_seconds',
    'nodejs_eventloop_lag_p99_seconds',
    'nodejs_heap_size_used_bytes',
  ])
    expect([name, valueIn(text, name)]).toEqual([name, expect.any(Number)]);
  expect(text).not.toContain(projectId);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test('health names the version, and so does the start', async () => {
  const health = await fetch(`${server.address}/api/health`);
  expect(await health.json()).toEqual({ status: 'ok', version: packageJson.version });
  expect(server.output()).toContain(`(version ${packageJson.version}; Ctrl-C stops it)`);
  expect(server.output()).toContain('Parallax is at http://127.0.0.1:');
});

test('the security log shows owners who did what, from where, in which request', async () => {
  const { id } = await session.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${projectId}/invitations`,
    { role: 'viewer' },
  );
  const { items } = await session.call<{ items: Record<string, unknown>[] }>(
    'GET',
    `/api/v1/projects/${projectId}/security-events?kind=invitation-made`,
  );
  expect(items[0]).toMatchObject({
    kind: 'invitation-made',
    network: '127.0.0.1',
    details: { invitationId: id, role: 'viewer' },
  });
  expect(await logged(({ kind }) => kind === 'invitation-made')).toMatchObject({
    message: 'Security event.',
    requestId: items[0]?.requestId,
  });
  const unknown = await session.fetch(`/api/v1/projects/${projectId}/security-events?since=1`);
  expect(unknown.status).toBe(422);
});

/** The process of the embedded database. */
async function databasePid(): Promise<number> {
  const { pid } = server;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return Number(children.trim().split(' ')[0]);
}

test('a lost database is a line, and its return another', async () => {
  process.kill(await databasePid(), 'SIGKILL');
  let status = 0;
  do status = (await session.fetch('/api/v1/projects')).status;
  while (status === 200);
  expect(status).toBe(503);
  const lost = await logged(({ message }) => message.startsWith('The database cannot be reached.'));
  expect(lost).toMatchObject({ level: 'error', requestId: expect.any(String) });
  await logged(({ message }) => message === 'The database is reached again.');
});

test('no secret is ever in the log, whatever its level', async () => {
  const secrets = new Set([owner.password, metricsToken, signingSecret, 'wrong horse battery']);
  const keep = (...found: string[]) => found.forEach((secret) => secrets.add(secret));
  const cookieValues = (cookie: string) => cookie.split('; ').map((one) => one.split('=')[1] ?? '');
  keep(...cookieValues(session.cookie));
  const { token } = await session.call<{ token: string }>('POST', '/api/v1/tokens', {
    name: 'Script',
    scopes: ['read', 'write'],
  });
  keep(token.slice('plx_'.length));
  const as = { headers: { authorization: `Bearer ${token}` } };
  expect((await fetch(`${server.address}/api/v1/me`, as)).status).toBe(200);
  await fetch(`${server.address}/api/v1/projects/${token}`, as);
  await fetch(`${server.address}/api/metrics`, {
    headers: { authorization: `Bearer ${metricsToken}` },
  });
  const invitation = await session.call<{ token: string }>(
    'POST',
    `/api/v1/projects/${projectId}/invitations`,
    { role: 'analyst' },
  );
  keep(invitation.token);
  const person = { name: 'Ada', email: `${v7()}@example.org`, password: 'open, said Ali Baba' };
  keep(person.password, 'open, said Ada');
  await (await fetch(`${server.address}/invitations/${invitation.token}`)).text();
  const accept = `/api/v1/invitations/${invitation.token}/accept`;
  const accepted = await fetch(server.address + accept, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address },
    body: JSON.stringify(person),
  });
  expect(accepted.status).toBeLessThan(300);
  const ada = await signIn(server.address, person);
  keep(...cookieValues(ada.cookie));
  await ada.call('POST', '/api/v1/me/password', {
    current: person.password,
    next: 'open, said Ada',
  });
  await fetch(`${server.address}/api/auth/session`, {
    headers: { cookie: `next-auth.session-token=${cookieValues(ada.cookie).at(-1)?.slice(0, -4)}` },
  });
  await (await fetch(`${server.address}/welcome/${invitation.token}`)).text();
  await session.fetch('/api/v1/me/sessions', { method: 'DELETE' });
  await logged(({ route }) => route === '/api/v1/me/sessions');
  const output = server.output();
  for (const kind of ['token-made', 'account-made', 'password-changed', 'sessions-ended'])
    expect(output).toContain(`"kind":"${kind}"`);
  expect([...secrets].filter((secret) => secret.length < 12 && secret !== '')).toEqual([]);
  for (const secret of secrets) if (secret !== '') expect(output.includes(secret)).toBe(false);
});
