import type { Server, ServerResponse } from 'node:http';
import { Agent, createServer, request } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { Draining, listen } from '@/server/http/listen';

const open: Server[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

async function aServer(draining: Draining): Promise<number> {
  const server = createServer((asked, answer) => {
    if (draining.admit(asked, answer)) answer.end('served');
  });
  open.push(server);
  return listen(server, '127.0.0.1', 0);
}

/** Like a proxy, with a kept-alive connection. */
function get(port: number, path: string) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const agent = new Agent({ keepAlive: true });
      const asked = request({ port, host: '127.0.0.1', path, agent }, (answer) => {
        let text = '';
        answer.on('data', (data) => (text += String(data)));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
          agent.destroy();
        });
      });
      asked.on('error', reject).end();
    },
  );
}

test('before draining, everything is served', async () => {
  const port = await aServer(new Draining());
  for (const path of ['/api/ready', '/api/health', '/'])
    expect(await get(port, path)).toMatchObject({
      status: 200,
      headers: { connection: 'keep-alive' },
      text: 'served',
    });
});

test('then it is not ready, though alive, and keeps no connection', async () => {
  const draining = new Draining();
  const port = await aServer(draining);
  const began = performance.now();
  const over = draining.during(0.5);
  for (const path of ['/api/ready', '/api/ready?from=proxy']) {
    const { status, headers, text } = await get(port, path);
    expect(status).toBe(503);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'retry-after': '5',
      connection: 'close',
    });
    expect(JSON.parse(text)).toMatchObject({ status: 503, title: 'It is about to stop' });
  }
  for (const path of ['/api/health', '/api/v1/me', '/api/readyness', '/'])
    expect(await get(port, path)).toMatchObject({
      status: 200,
      headers: { connection: 'close' },
      text: 'served',
    });
  await over;
  expect(performance.now() - began).toBeGreaterThanOrEqual(450);
});

test('waits for running requests, but not longer than the timeout', async () => {
  const draining = new Draining();
  await draining.whenIdle(60_000);
  const held: ServerResponse[] = [];
  const server = createServer((asked, answer) => {
    if (draining.admit(asked, answer)) held.push(answer);
  });
  open.push(server);
  const port = await listen(server, '127.0.0.1', 0);
  const answers = [get(port, '/one'), get(port, '/two')];
  while (held.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  const began = performance.now();
  await draining.whenIdle(100);
  expect(performance.now() - began).toBeGreaterThanOrEqual(90);
  let isIdle = false;
  const idle = draining.whenIdle(60_000).then(() => (isIdle = true));
  held[0]?.end('one');
  await answers[0];
  expect(isIdle).toBe(false);
  held[1]?.end('two');
  await idle;
  expect(await answers[1]).toMatchObject({ text: 'two' });
});
