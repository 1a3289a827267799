import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { logTo } from '@/lib/access/log';
import { metricsText } from '@/lib/access/metrics';
import { inRequest, noteViewer, requestContext } from '@/lib/access/request-context';
import { listen } from '@/server/http/listen';
import { requestObserver, routePatterns } from '@/server/http/observe-request';
import { measured } from '@/server/process/metrics';
import { recordLog } from '@/tests/harness/expected-errors';

async function patterns() {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-routes-'));
  const route = (page: string, regex: string) => ({ page, regex });
  const manifest = {
    staticRoutes: [route('/account', '^/account(?:/)?$')],
    dynamicRoutes: [
      route('/api/v1/projects/[projectId]', '^/api/v1/projects/([^/]+?)(?:/)?$'),
      route('/api/[...path]', '^/api/(.+?)(?:/)?$'),
      route('/welcome/[secret]', '^/welcome/([^/]+?)(?:/)?$'),
    ],
  };
  await writeFile(join(folder, 'routes-manifest.json'), JSON.stringify(manifest));
  return routePatterns(folder);
}

test('a path is known by its pattern, however many ids there are', async () => {
  const routeOf = await patterns();
  expect(
    [
      '/account',
      '/account?a=1',
      '/api/v1/projects/019af000-1111-7222-8333-444455556666',
      '/api/v1/projects/1?limit=2',
      '/api/v1/nonsense/1/2/3',
      '/welcome/some-secret',
      '/_next/static/chunks/a.js',
      '/wp-login.php',
      `/api/${'x'.repeat(5000)}`,
    ].map(routeOf),
  ).toEqual([
    '/account',
    '/account',
    '/api/v1/projects/[projectId]',
    '/api/v1/projects/[projectId]',
    '/api/[...path]',
    '/welcome/[secret]',
    '/_next',
    'none',
    'none',
  ]);
});

test('a request is measured and logged once it is answered, or given up, with who asked', async () => {
  const lines: [string, Record<string, unknown>][] = [];
  logTo((level, message, fields) => {
    if (level === 'debug') lines.push([message, { ...fields, ...requestContext() }]);
  });
  const observe = requestObserver(await patterns());
  const server = createServer((asked, answer) =>
    inRequest({ requestId: 'r-1', address: '::1' }, () => {
      observe(asked, answer);
      noteViewer('ada');
      if (asked.url !== '/account') answer.writeHead(404).end();
    }),
  );
  const port = await listen(server, '127.0.0.1', 0);
  await fetch(`http://127.0.0.1:${port}/welcome/a-secret`);
  const given = request({ port, host: '127.0.0.1', path: '/account' }).on('error', () => undefined);
  given.end();
  await wait(100);
  given.destroy();
  while (lines.length < 2) await wait(10);
  server.closeAllConnections();
  server.close();
  logTo(recordLog);
  const who = { requestId: 'r-1', address: '::1', userId: 'ada', milliseconds: expect.any(Number) };
  expect(lines).toEqual([
    ['Request answered.', { ...who, method: 'GET', route: '/welcome/[secret]', status: 404 }],
    ['Request answered.', { ...who, method: 'GET', route: '/account', status: 499 }],
  ]);
  expect(await metricsText()).toContain(
    'parallax_http_request_duration_seconds_count{route="/welcome/[secret]",method="GET",status_class="4xx"} 1',
  );
});

test('what takes long to measure is not waited for, and measured once at a time', async () => {
  let begun = 0;
  let found: (value: number) => void = () => undefined;
  const last = measured(0, () => {
    begun++;
    return new Promise<number>((resolve) => (found = resolve));
  });
  expect([last(), last(), last()]).toEqual([undefined, undefined, undefined]);
  expect(begun).toBe(1);
  found(7);
  await wait(1);
  expect(last()).toBe(7);
  expect(begun).toBe(2);
});

test('what is young enough is not measured anew; what fails is absent', async () => {
  let begun = 0;
  const last = measured(60_000, async () => ++begun);
  last();
  await wait(1);
  expect([last(), last()]).toEqual([1, 1]);
  expect(begun).toBe(1);
  const broken = measured(60_000, () => Promise.reject(new Error('no disk')));
  broken();
  await wait(1);
  expect(broken()).toBeUndefined();
});
