import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { probing } from './health-probe';

const server = createServer((_, response) => response.end('ok'));
let probed: { address: string; pid: number };

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  probed = { address, pid: process.pid };
});

afterAll(() => void server.close());

/** Blocks this process, and with it the server. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test('sees how long a server stood still', async () => {
  const probe = await probing(probed, async () => {
    await wait(300);
    block(400);
    await wait(100);
    return 'done';
  });
  expect(probe.result).toBe('done');
  expect(probe.asked).toBeGreaterThan(3);
  expect(probe.slowest).toBeGreaterThan(100);
});

test('sees that a server is gone, and hands on what the work throws', async () => {
  const { slowest } = await probing({ address: 'http://127.0.0.1:9', pid: process.pid }, () =>
    wait(100),
  );
  expect(slowest).toBe(Infinity);
  await expect(probing(probed, () => Promise.reject(new Error('It failed.')))).rejects.toThrow(
    'It failed.',
  );
});
