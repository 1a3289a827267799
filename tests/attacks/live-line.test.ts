import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { maxPerPerson, maxUnknown } from '@/server/live/line-limits';
import { aFrame } from '@/tests/harness/live-line';
import type { RunningServer } from '@/tests/harness/running-server';
import { owner, startServer } from '@/tests/harness/running-server';
import { signIn } from '@/tests/harness/session';
import { probing } from './health-probe';

const count = 200;
/** How long a flood lasts, in milliseconds: several periods of the limits. */
const lasting = 2_000;
/** The longest time of a health check on two cores, in milliseconds. */
const longest = 500;

let server: RunningServer;
let tokens: string[];
let channel: string;

beforeAll(async () => {
  server = await startServer();
  const session = await signIn(server.address, owner);
  const { id: me } = await session.call<{ id: string }>('GET', '/api/v1/me');
  const { id } = await session.call<{ id: string }>('POST', '/api/v1/projects', { name: 'P' });
  const article = { title: 'A', text: 'A text.' };
  const added = await session.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${id}/articles`,
    article,
  );
  channel = `own/${added.id}/${me}`;
  tokens = await Promise.all(
    ['one', 'two', 'three', 'four'].map(async (name) => {
      const answer = await session.fetch('/api/v1/tokens', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, scopes: ['read', 'write'] }),
      });
      return ((await answer.json()) as { token: string }).token;
    }),
  );
}, 300_000);

afterAll(() => server.stop());

/** A sync request in a channel, which the server answers each time. */
const question = () =>
  aFrame(channel, 0, (encoder) => {
    writeVarUint(encoder, 0);
    writeVarUint8Array(encoder, new Uint8Array([0]));
  });
const asking = (token: string) =>
  aFrame(channel, 2, (encoder) => {
    writeVarUint(encoder, 0);
    writeVarString(encoder, token);
  });

type Flood = { opened: number; mostOpen: number; sent: number; codes: Map<number, number> };

const connect = (headers: Record<string, string>): WebSocket =>
  new WebSocket(`${server.address.replace(/^http/, 'ws')}/live`, { headers }).on(
    'error',
    () => undefined,
  );

/** The maximum number of connections of one person, each in the channel. */
async function inRoom(headers: (at: number) => Record<string, string>): Promise<WebSocket[]> {
  return Promise.all(
    Array.from({ length: maxPerPerson }, async (_, at) => {
      const socket = connect(headers(at));
      await once(socket, 'open');
      socket.send(asking(tokens[at % tokens.length] ?? ''));
      await once(socket, 'message');
      return socket;
    }),
  );
}

/** Sends requests as fast as the connection takes them, until it is closed or the time is over. */
async function sendRequests(socket: WebSocket, end: number, flood: Flood): Promise<void> {
  while (socket.readyState === WebSocket.OPEN && performance.now() < end) {
    if (socket.bufferedAmount < 65_536)
      for (let n = 0; n < 16; n++) {
        socket.send(question());
        flood.sent++;
      }
    await wait(10);
  }
}

/** Opens this many connections, each again when it is closed, until the time is over. */
async function flood(
  headers: (at: number) => Record<string, string>,
  inside: readonly WebSocket[] = [],
): Promise<Flood> {
  const end = performance.now() + lasting;
  const flood: Flood = { opened: 0, mostOpen: 0, sent: 0, codes: new Map() };
  const open = new Set<WebSocket>(inside);
  const follow = (socket: WebSocket) =>
    socket.on('close', (code) => {
      open.delete(socket);
      flood.codes.set(code, (flood.codes.get(code) ?? 0) + 1);
    });
  const come = async (at: number) => {
    while (performance.now() < end) {
      const socket = follow(connect(headers(at)));
      socket.on('open', () => {
        flood.opened++;
        open.add(socket);
        flood.mostOpen = Math.max(flood.mostOpen, open.size);
      });
      while (socket.readyState !== WebSocket.CLOSED && performance.now() < end) await wait(10);
      socket.terminate();
    }
  };
  inside.forEach(follow);
  await Promise.all([
    ...inside.map((socket) => sendRequests(socket, end, flood)),
    ...Array.from({ length: count - inside.length }, (_, at) => come(at)),
  ]);
  for (const socket of inside) socket.terminate();
  return flood;
}

test('200 connections with tokens of one person do not hold up others', async () => {
  const bearer = (at: number) => ({ authorization: `Bearer ${tokens[at % tokens.length]}` });
  const inside = await inRoom(bearer);
  const { slowest, asked, result } = await probing(server, () => flood(bearer, inside));
  expect(result.codes.get(4429)).toBeGreaterThan(0);
  expect(result.sent).toBeGreaterThan(1_000);
  expect(slowest).toBeLessThan(longest);
  expect(asked).toBeGreaterThan(20);
});

test('nor do 200 that never say whose they are', async () => {
  const { slowest, result } = await probing(server, () => flood(() => ({})));
  expect(result.codes.get(4429)).toBeGreaterThan(0);
  expect(slowest).toBeLessThan(longest);
});

test('one person has no more than their connections, by whatever tokens; an address no more unnamed ones', async () => {
  // Wait until the server has seen the connections of earlier tests close.
  await wait(1_000);
  const openOf = async (headers: (at: number) => Record<string, string>) => {
    const sockets = Array.from({ length: 60 }, (_, at) => {
      const url = `${server.address.replace(/^http/, 'ws')}/live`;
      return new WebSocket(url, { headers: headers(at) }).on('error', () => undefined);
    });
    // Until all are open, and excess ones are closed.
    for (let tries = 0; tries < 100; tries++) {
      if (sockets.every(({ readyState }) => readyState !== WebSocket.CONNECTING)) break;
      await wait(100);
    }
    await wait(500);
    const open = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
    for (const socket of sockets) socket.terminate();
    return open;
  };
  expect(await openOf((at) => ({ authorization: `Bearer ${tokens[at % tokens.length]}` }))).toBe(
    maxPerPerson,
  );
  expect(await openOf(() => ({}))).toBe(maxUnknown);
});
