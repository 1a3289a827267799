import type { Server } from 'node:http';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { frontDoor } from '@/server/http/front-door';
import { listen } from '@/server/http/listen';
import { expectConsoleError } from '@/tests/harness/expected-errors';

const open: Server[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

/** A server that answers with the request headers that the front door lets through. */
async function door(publicUrl: string | null, trusted = ['127.0.0.1']): Promise<number> {
  const admit = frontDoor(publicUrl, trusted);
  const server = createServer((asked, answer) => {
    if (admit(asked, answer)) answer.end(JSON.stringify(asked.headers));
  });
  open.push(server);
  return listen(server, '127.0.0.1', 0);
}

/** Not by fetch, which sets its own Host. */
function get(port: number, headers: Record<string, string>, path = '/') {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const asked = request({ port, path, host: '127.0.0.1', headers, agent: false }, (answer) => {
        let text = '';
        answer.on('data', (data) => (text += String(data)));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
        );
      });
      asked.on('error', reject).end();
    },
  );
}

test('lets in the names of this machine and no others, where nothing is said of the public', async () => {
  const port = await door(null);
  for (const host of ['localhost', `127.0.0.1:${port}`, '[::1]:3000'])
    expect((await get(port, { host })).status).toBe(200);
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80']) {
    const { status, text, headers } = await get(port, { host });
    expect(status).toBe(421);
    expect(text).toContain('PARALLAX_URL');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
});

test('sets what is ours to set, whatever the client sent', async () => {
  const port = await door(null, []);
  const { text, headers } = await get(port, {
    host: 'localhost',
    'x-parallax-address': '198.51.100.1',
    'x-forwarded-for': '198.51.100.1',
    'x-forwarded-host': 'evil.example',
    'x-nonce': 'known',
    'content-security-policy': "script-src 'nonce-known'",
    forwarded: 'for=198.51.100.1',
  });
  const seen = JSON.parse(text) as Record<string, string>;
  expect(seen['x-parallax-address']).toBe('127.0.0.1');
  expect(seen['x-forwarded-host']).toBe('localhost');
  expect(seen['x-forwarded-for']).toBeUndefined();
  expect(seen.forwarded).toBeUndefined();
  expect(seen['x-nonce']).not.toBe('known');
  expect(seen['content-security-policy']).toBe(headers['content-security-policy']);
  expect(seen['content-security-policy']).toContain(`'nonce-${seen['x-nonce']}'`);
});

test('gives each answer a nonce of its own', async () => {
  const port = await door(null);
  const nonces = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { text } = await get(port, { host: 'localhost' });
      return (JSON.parse(text) as Record<string, string>)['x-nonce'];
    }),
  );
  expect(new Set(nonces).size).toBe(20);
});

test('believes the proxy before a public address, and asks browsers to stay with https', async () => {
  const port = await door('https://parallax.example.org');
  const { text, headers } = await get(port, {
    host: 'inner:3000',
    'x-forwarded-for': '198.51.100.1',
  });
  const seen = JSON.parse(text) as Record<string, string>;
  expect(seen['x-parallax-address']).toBe('198.51.100.1');
  expect(seen['x-forwarded-host']).toBe('parallax.example.org');
  expect(seen['x-forwarded-proto']).toBe('https');
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
});

test('ignores address, host and scheme from anybody else', async () => {
  const port = await door('http://localhost', ['10.0.0.0/8']);
  expectConsoleError(/^127\.0\.0\.1 sends X-Forwarded-For .* PARALLAX_TRUSTED_PROXIES/);
  await get(port, { host: 'localhost', 'x-forwarded-for': '198.51.100.2' });
  const { text } = await get(port, {
    host: 'localhost',
    'x-forwarded-for': '198.51.100.1',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-real-ip': '198.51.100.1',
  });
  const seen = JSON.parse(text) as Record<string, string>;
  expect(seen['x-parallax-address']).toBe('127.0.0.1');
  expect(seen['x-forwarded-host']).toBe('localhost');
  expect(seen['x-forwarded-proto']).toBe('http');
});

test('runs no inline script and nothing from elsewhere', async () => {
  const port = await door(null);
  const { headers } = await get(port, { host: 'localhost' });
  const policy = String(headers['content-security-policy']);
  const scripts = policy.split('; ').find((rule) => rule.startsWith('script-src'));
  expect(scripts).toMatch(/^script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'$/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(headers['strict-transport-security']).toBeUndefined();
});

/** Sends a raw first line, which no HTTP library would send. */
function line(port: number, first: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.end(`${first} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`),
    );
    socket.on('data', (data) => (text += String(data)));
    socket.on('error', reject).on('end', () => resolve(text));
  });
}

test('answers itself what the pages’ framework would fail on', async () => {
  const port = await door(null);
  for (const path of ['/api/v1/projects/%ff', '/api/%', '/api/v1/x%E0%A4%A/y'])
    expect(await line(port, `GET ${path}`)).toMatch(
      /^HTTP\/1.1 400 [^]*application\/problem\+json/,
    );
  for (const path of ['/projects/%zz', '*', 'http://evil.example/projects'])
    expect(await line(port, `GET ${path}`)).toMatch(/^HTTP\/1.1 400 [^]*text\/plain/);
  expect(await line(port, 'GET /_global-error')).toMatch(/^HTTP\/1.1 404 /);
  for (const path of ['/%00', '/a%20b?x=%ff', '/%F0%9F%98%80'])
    expect(await line(port, `GET ${path}`)).toMatch(/^HTTP\/1.1 200 /);
  const traced = await line(port, 'TRACE /api/v1/me');
  expect(traced).toMatch(/^HTTP\/1.1 405 /);
  expect(traced).toContain('allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS');
  expect(traced).toContain("frame-ancestors 'none'");
});

test('gives a bare 405 in the API a body, and nothing else', async () => {
  const admit = frontDoor(null, []);
  const server = createServer((asked, answer) => {
    if (!admit(asked, answer)) return;
    answer.statusCode = asked.url?.includes('found') ? 200 : 405;
    if (asked.url?.includes('answered')) answer.setHeader('content-type', 'text/plain');
    answer.end();
  });
  open.push(server);
  const port = await listen(server, '127.0.0.1', 0);
  const bare = await line(port, 'DELETE /api/v1/me');
  expect(bare).toMatch(/^HTTP\/1.1 405 [^]*problem\+json[^]*does not take DELETE/);
  expect(await line(port, 'HEAD /api/v1/me')).toMatch(/^HTTP\/1.1 405 [^]*\r\n\r\n$/);
  for (const path of ['/projects', '/api/answered', '/api/found'])
    expect(await line(port, `DELETE ${path}`)).not.toContain('does not take');
});

test('names each request by an id of ours, which is in the answer too', async () => {
  const port = await door('https://parallax.example.org');
  const asked = { host: 'parallax.example.org', 'x-request-id': 'of-the-client' };
  const [one, two] = [await get(port, asked), await get(port, asked)];
  const seen = JSON.parse(one.text) as Record<string, string>;
  expect(seen['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(one.headers['x-request-id']).toBe(seen['x-request-id']);
  expect(two.headers['x-request-id']).not.toBe(one.headers['x-request-id']);
  const refused = await get(port, { host: 'evil.example' });
  expect(refused.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  'localhost:99999',
  '127.999.1.1',
  '127.0.0.1:99999',
  'local host',
  '[::1',
  'a@b',
  ':80',
])('a Host that cannot be read is refused, not failed on: %s', async (host) => {
  for (const publicUrl of [null, 'https://parallax.example'])
    expect((await get(await door(publicUrl), { host })).status).toBe(400);
});

test('refuses server actions, of which there are none, without a word in the log', async () => {
  const port = await door(null);
  expect((await get(port, { host: 'localhost', 'next-action': 'x' })).status).toBe(400);
});

test.each([
  '/_next/image?url=%2Ficon.svg&w=64&q=75',
  '/_next//image',
  '/_next/%69mage',
  '/_next/data/x/index.json',
  '/__nextjs_original-stack-frames',
  '/__nextjs_font/geist.woff2',
  '/_next/webpack-hmr',
  '/_global-error',
])('the framework’s own door %s is shut', async (path) => {
  const port = await door(null);
  expect((await get(port, { host: 'localhost' }, path)).status).toBe(404);
});

test('passes on nothing by which a client could speak as the framework does to itself', async () => {
  const port = await door(null);
  const inner = {
    'x-middleware-subrequest': 'middleware',
    'x-matched-path': '/x',
    'next-resume': '1',
  };
  const { text } = await get(port, { host: 'localhost', ...inner });
  for (const name of Object.keys(inner)) expect(JSON.parse(text)).not.toHaveProperty(name);
});
