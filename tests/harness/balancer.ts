import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A load balancer with readiness checks: one address for several servers. */
export type Balancer = {
  address: string;
  /** How many requests each server has been sent, by its address. */
  sent: Map<string, number>;
  /** How many requests could not be answered. */
  failed: number;
  close(): Promise<void>;
};

/** Milliseconds between two checks of a server. */
const beat = 250;

async function isReady(server: string): Promise<boolean> {
  const answer = await fetch(`${server}/api/ready`, { signal: AbortSignal.timeout(2_000) });
  return answer.ok;
}

/**
 * Opens a balancer for these servers. It checks /api/ready of each regularly, sends requests with
 * `headers` added to the ready ones in turn, and retries none.
 */
export async function aBalancer(
  servers: readonly string[],
  headers: (address: string) => Promise<Record<string, string>>,
): Promise<Balancer> {
  let ready = [...servers];
  let turn = 0;
  let isOpen = true;
  const look = async (server: string) => {
    while (isOpen) {
      const is = await isReady(server).catch(() => false);
      ready = ready.filter((one) => one !== server).concat(is ? [server] : []);
      await wait(beat);
    }
  };
  for (const server of servers) void look(server);

  function fail(response: ServerResponse): void {
    balancer.failed++;
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  }

  async function pass(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const server = ready[turn++ % Math.max(ready.length, 1)];
    if (server === undefined) return fail(response);
    balancer.sent.set(server, (balancer.sent.get(server) ?? 0) + 1);
    const added = await headers(balancer.address);
    const onward = request(`${server}${asked.url}`, {
      method: asked.method,
      headers: { ...asked.headers, ...added },
    });
    onward.on('error', () => fail(response));
    onward.on('response', (answer) => {
      const { connection: _, ...rest } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, rest);
      answer.on('error', () => response.destroy()).pipe(response);
    });
    asked.pipe(onward);
  }

  const door = createServer((asked, response) => void pass(asked, response));
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const balancer: Balancer = {
    address: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    sent: new Map(),
    failed: 0,
    async close() {
      isOpen = false;
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
    },
  };
  return balancer;
}
