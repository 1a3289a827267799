import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunningServer } from '../harness/running-server';
import { startServer } from '../harness/running-server';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
}, 300_000);
afterAll(() => server.stop());

/** Not by fetch, which sets its own Host. */
function statusOf(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<number> {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject).end();
  });
}

const hosts = ['localhost:99999', '127.999.1.1', '127.0.0.1:99999'];
const addresses = ['/api/auth/csrf', '/api/auth/session', '/api/auth/signin', '/api/v1/me', '/'];

test.each(hosts)('a Host of %s is refused everywhere', async (host) => {
  for (const path of addresses)
    expect({ path, status: await statusOf(path, { host }) }).toEqual({ path, status: 400 });
});

const odd: Record<string, string>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-state-tree': 'x' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D' },
  { rsc: '1', 'next-router-prefetch': '9', 'next-router-segment-prefetch': '/../../x' },
  { 'next-url': 'http://evil.example/' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-nextjs-data': '1' },
  { 'x-prerender-revalidate': 'x' },
  { 'next-resume': '1' },
  { cookie: '__prerender_bypass=x; __next_preview_data=y' },
];

test('headers of the framework make no failure, and nothing in the log', async () => {
  const before = server.output();
  for (const headers of odd)
    for (const path of ['/', '/sign-in', '/api/health']) {
      const status = await statusOf(path, headers);
      expect({ path, headers, isFailure: status >= 500 }).toEqual({
        path,
        headers,
        isFailure: false,
      });
    }
  for (let n = 0; n < 20; n++)
    expect(await statusOf('/sign-in', { 'next-action': `x${n}` }, 'POST')).toBe(400);
  expect(await statusOf('/sign-in', {}, 'POST')).toBeLessThan(500);
  expect(server.output()).toBe(before);
});

test.each([
  '/_next/image?url=%2Ficon.svg&w=64&q=75',
  '/_next/data/build/index.json',
  '/__nextjs_original-stack-frames',
  '/_next/webpack-hmr',
])('%s is not there', async (path) => {
  expect(await statusOf(path)).toBe(404);
});
