import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis as Client } from 'ioredis';
import { debianProgram, onPath } from './debian-program';

/** A Redis for tests. */
export type Redis = {
  url: string;
  /** Ends it; its data is lost. */
  stop(): Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a Redis on loopback without persistence, on a free port unless one is given. */
export async function startRedis(given?: number): Promise<Redis> {
  const why = 'Several processes together are tested with a real Redis';
  const program = debianProgram(() => onPath('redis-server'), 'redis-server', why);
  const place = mkdtempSync(join(tmpdir(), 'parallax-test-'));
  const port = given ?? (await freePort());
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', place];
  const server = spawn(program, [...args, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `redis://127.0.0.1:${port}`;
  const client = new Client(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => {
    if (server.exitCode !== null) client.disconnect();
  });
  await client.ping();
  client.disconnect();
  return {
    url,
    stop: async () => {
      server.kill('SIGKILL');
      await ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}
