import { setTimeout as wait } from 'node:timers/promises';
import { startServer } from '@/tests/harness/running-server';
import type { RunningServer } from '@/tests/harness/running-server';
import { startPostgres } from '@/tests/harness/postgres';
import { startRedis } from '@/tests/harness/redis';
import { quantile, figure } from './figure';
import type { Analyst } from './live/crowd';
import { aCrowd, aLineFor, putOne } from './live/crowd';
import { aBareSocket, residentBytes, startFloor } from './live/floor';

// From the acknowledged PUT of one analyst to the message at the others: 200 analysts on 20
// articles, at one process and at two that share PostgreSQL and Redis; for comparison, a bare
// broadcast. Then the memory of an idle connection.

const people = 200;
const articles = 20;
const rounds = 400;
const idle = 500;

type Crowd = {
  /** Sends one message from this member; resolves with its identifier once it is acknowledged. */
  send(from: number, round: number): Promise<string>;
  /** The number of others who are to receive it. */
  others: number;
  /** The times at which each message was received, by its identifier. */
  received: Map<string, number[]>;
};

/** Milliseconds until a message was received. */
type Latencies = {
  /** From its acknowledgement; negative where it is received before the acknowledgement. */
  acknowledged: number[];
  /** From when it was sent. */
  sent: number[];
};

async function latencies({ send, others, received }: Crowd): Promise<Latencies> {
  const acknowledged = new Map<string, number>();
  const sent = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const word = await send(round % people, round);
    acknowledged.set(word, performance.now());
    sent.set(word, began);
    await wait(5);
  }
  for (let tries = 0; tries < 500; tries++) {
    const isAll = [...acknowledged.keys()].every((word) => received.get(word)?.length === others);
    if (isAll) break;
    await wait(10);
  }
  const since = (from: Map<string, number>) =>
    [...from].flatMap(([word, at]) => (received.get(word) ?? []).map((then) => then - at));
  const result = { acknowledged: since(acknowledged), sent: since(sent) };
  if (result.sent.length < rounds * others)
    throw new Error(`Only ${result.sent.length} of ${rounds * others} were received.`);
  return result;
}

const note = (received: Map<string, number[]>, word: string) =>
  received.set(word, [...(received.get(word) ?? []), performance.now()]);

async function overLines(addresses: string[], analysts: Analyst[]): Promise<Latencies> {
  const received = new Map<string, number[]>();
  const at = (place: number) => addresses[place % addresses.length] ?? '';
  // Neighbours on an article are at different processes, where there are several.
  const addressOf = (member: number) => at(Math.floor(member / articles));
  const lines = await Promise.all(
    analysts.map(async (analyst, member) => {
      const line = await aLineFor(addressOf(member), analyst);
      line.socket.on('message', (data: Buffer) => {
        const channel = `layers/${analyst.articleId}`;
        const frame = data.toString('latin1');
        if (!frame.includes(channel) || !frame.includes('"kind":"changes"')) return;
        const [, layerId] = /"layerId":"([^"]+)"/.exec(frame) ?? [];
        const [, id] = /"put":\[\{"id":"([^"]+)"/.exec(frame) ?? [];
        if (id !== undefined && layerId !== analyst.layerId) note(received, id);
      });
      return line;
    }),
  );
  const send = (from: number, round: number) => {
    const analyst = analysts[from];
    if (analyst === undefined) throw new Error('There is no such analyst.');
    return putOne(addressOf(from), analyst, round);
  };
  const times = await latencies({ send, others: people / articles - 1, received });
  await Promise.all(lines.map((line) => line.close()));
  return times;
}

async function overBareSockets(): Promise<Latencies> {
  const floor = await startFloor();
  const received = new Map<string, number[]>();
  const sockets = await Promise.all(
    Array.from({ length: people }, async (_, member) => {
      const socket = await aBareSocket(floor.address, String(member % articles));
      socket.on('message', (data: Buffer) => {
        const [from, word = ''] = data.toString().split(' ');
        if (Number(from) !== member) note(received, word);
      });
      return socket;
    }),
  );
  const send = async (from: number, round: number) => {
    const body = `${from} ${round} ${'x'.repeat(600)}`;
    const url = `${floor.address}/${from % articles}`;
    await (await fetch(url, { method: 'POST', body })).arrayBuffer();
    return String(round);
  };
  const times = await latencies({ send, others: people / articles - 1, received });
  for (const socket of sockets) socket.terminate();
  floor.stop();
  return times;
}

async function bytesAnIdleLine(server: RunningServer, analysts: Analyst[]): Promise<number> {
  await wait(2_000);
  const before = residentBytes(server.pid);
  const member = (at: number) => analysts[at % analysts.length] as Analyst;
  for (let at = 0; at < idle; at++) await aLineFor(server.address, member(at));
  await wait(2_000);
  return (residentBytes(server.pid) - before) / idle;
}

async function bytesABareSocket(): Promise<number> {
  const floor = await startFloor();
  await aBareSocket(floor.address, 'first');
  await wait(1_000);
  const before = residentBytes(floor.pid);
  for (let at = 0; at < idle; at++) await aBareSocket(floor.address, String(at % articles));
  await wait(1_000);
  const each = (residentBytes(floor.pid) - before) / idle;
  floor.stop();
  return each;
}

const postgres = await startPostgres();
const redis = await startRedis();
const DATABASE_URL = await postgres.newDatabase('live');
const shared = {
  DATABASE_URL,
  REDIS_URL: redis.url,
  PARALLAX_SECRET: 'a secret of the bench '.repeat(3),
};
const first = await startServer({ isMeasured: true, env: shared });
const second = await startServer({ isMeasured: true, env: shared });
const analysts = await aCrowd(DATABASE_URL, people, articles);

const floor = await overBareSockets();
// The first run warms up code that has never run.
await overLines([first.address], analysts);
const measured = {
  'one process': await overLines([first.address], analysts),
  'two processes': await overLines([first.address, second.address], analysts),
};
for (const [name, times] of Object.entries(measured))
  for (const since of ['acknowledged', 'sent'] as const)
    for (const [word, share] of [
      ['median', 0.5],
      ['p99', 0.99],
    ] as const)
      figure(`${since} to received, ${name}, ${word}`, quantile(times[since], share), 'ms', {
        floor: quantile(floor[since], share),
      });
const idleLine = await bytesAnIdleLine(second, analysts);
figure('memory of an idle line', idleLine / 1024, 'kB', {
  floor: (await bytesABareSocket()) / 1024,
});
await Promise.all([first.stop(), second.stop()]);
await redis.stop();
await postgres.stop();
process.exit(0);
