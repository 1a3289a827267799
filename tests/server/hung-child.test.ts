import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '@/server/embedded-postgres/embedded-database';
import { findRunning } from '@/server/process/data-folder';
import { AnnotationWriter } from '../harness/annotation-writer';
import { databaseProcess, processesOn } from '../harness/database-process';
import { expectConsoleError } from '../harness/expected-errors';
import type { RunningServer } from '../harness/running-server';
import { anEmptyFolder, startServer } from '../harness/running-server';
import { signIn } from '../harness/session';

const minutes = 60_000;
/** A statement that blocks the database in WebAssembly for longer than any test. */
const endless =
  'SELECT count(*) FROM generate_series(1, 9999) a, generate_series(1, 9999) b, generate_series(1, 9999) c';

/** One data folder for all tests; a test that ends its server starts it again. */
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
}, 3 * minutes);
afterAll(() => server.kill());

const childOf = ({ pid }: RunningServer): number => {
  const child = databaseProcess(pid);
  if (child === null) throw new Error('It has no database.');
  return child;
};

async function query(databaseUrl: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the server's database spin, so that queries wait. */
async function spin({ address, dataFolder, pid }: RunningServer): Promise<void> {
  const running = await findRunning(dataFolder);
  if (running?.pid !== pid) throw new Error('The server has left no word.');
  query(running.databaseUrl ?? '', endless).catch(() => undefined);
  while ((await fetch(`${address}/api/ready`)).ok) await wait(50);
}

async function timed<Result>(work: Promise<Result>): Promise<[Result, number]> {
  const from = performance.now();
  return [await work, performance.now() - from];
}

async function expectUnready({ address }: RunningServer, reason: RegExp): Promise<void> {
  const [answer, took] = await timed(fetch(`${address}/api/ready`));
  expect(took).toBeLessThan(2_000);
  expect(answer.status).toBe(503);
  const { reason: detail } = (await answer.json()) as { reason: string };
  expect(detail).toMatch(reason);
}

async function isGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await wait(20);
  }
}

test(
  'a stopped database is noticed within seconds, killed, and restarted with everything that was saved',
  async () => {
    const running = server;
    const { address } = running;
    const writer = await AnnotationWriter.on(running);
    expect((await writer.put())?.status).toBe(201);
    const child = childOf(running);
    process.kill(child, 'SIGSTOP');
    const waiting = writer.put();
    await expectUnready(running, /^database-(?:busy|away)$/);
    expect((await fetch(`${address}/api/health`)).status).toBe(200);
    await wait(4_000);
    await expectUnready(running, /^database-away$/);
    // Requests are answered at once.
    const [refused, took] = await timed(fetch(`${address}/api/v1/projects`));
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(took).toBeLessThan(1_000);
    const answer = await waiting;
    expect(answer?.status).toBe(503);
    expect(answer?.headers.get('retry-after')).toBe('2');
    await writer.putUntil(201);
    expect(databaseProcess(running.pid)).not.toBe(child);
    expect(await writer.lost()).toEqual([]);
    expect((await fetch(`${address}/api/ready`)).status).toBe(200);
  },
  3 * minutes,
);

test(
  'one that spins keeps no server from stopping',
  async () => {
    const writer = await AnnotationWriter.on(server);
    expect((await writer.put())?.status).toBe(201);
    await spin(server);
    await expectUnready(server, /^database-busy$/);
    const waiting = writer.put();
    const [, took] = await timed(server.stop('SIGTERM'));
    expect(took).toBeLessThan(10_000);
    await waiting;
    expect(processesOn(server.dataFolder)).toEqual([]);
    server = await startServer({ dataFolder: server.dataFolder });
  },
  3 * minutes,
);

test.each(['spins', 'is at rest'])(
  'one that %s ends soon after its server is killed, and its folder is free',
  async (state) => {
    const { dataFolder } = server;
    const child = childOf(server);
    const writer = await AnnotationWriter.on(server);
    expect((await writer.put())?.status).toBe(201);
    if (state === 'spins') await spin(server);
    await server.kill();
    const [, took] = await timed(isGone(child));
    expect(took).toBeLessThan(4_000);
    server = await startServer({ dataFolder });
    expect(await writer.lost(await signIn(server.address))).toEqual([]);
  },
  3 * minutes,
);

test(
  'a statement may be long, but not without end; work that is known to be long may be longer',
  async () => {
    const folder = join(await anEmptyFolder(), 'data');
    await mkdir(folder);
    const states: boolean[] = [];
    const database = await startEmbeddedDatabase(folder, {
      statementSeconds: 2,
      onAnswering: (isAnswering) => states.push(isAnswering),
    });
    try {
      const { databaseUrl, pid } = database;
      const first = pid();
      const busyFor = (seconds: number) =>
        query(
          databaseUrl,
          `DO $$ DECLARE since timestamptz := clock_timestamp(); BEGIN
             WHILE clock_timestamp() < since + interval '${seconds} seconds' LOOP END LOOP; END $$`,
        );
      await busyFor(1);
      await database.allowLong(() => busyFor(4));
      expect(pid()).toBe(first);
      expectConsoleError(/hung and is ended: one statement has blocked it for \d+ seconds/);
      expectConsoleError(/started again: it ended unexpectedly \(SIGKILL\)/);
      const [outcome, took] = await timed(query(databaseUrl, endless).catch(() => 'cut off'));
      expect(outcome).toBe('cut off');
      expect(took).toBeLessThan(9_000);
      while ((await query(databaseUrl, 'SELECT 1').catch(() => null)) === null) await wait(50);
      expect(pid()).not.toBe(first);
      expect(states).toEqual([true, false, false, true]);
    } finally {
      await database.stop();
    }
  },
  3 * minutes,
);
