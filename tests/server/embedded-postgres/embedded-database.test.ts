import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { EmbeddedDatabase } from '@/server/embedded-postgres/embedded-database';
import { startEmbeddedDatabase } from '@/server/embedded-postgres/embedded-database';
import { StartProblem } from '@/server/process/operator-problem';
import { expectConsoleError } from '@/tests/harness/expected-errors';

const place = mkdtempSync(join(tmpdir(), 'parallax-test-'));
// Too long for a socket's path, with characters that have a meaning in URLs.
const folder = join(place, 'a long & winding 100% folder name '.repeat(3).trim());
let database: EmbeddedDatabase;

beforeAll(async () => {
  await mkdir(folder, { mode: 0o700 });
  database = await startEmbeddedDatabase(folder);
  await query('CREATE TABLE kept (n int)');
});

afterAll(async () => {
  await database.stop();
  rmSync(place, { recursive: true });
});

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.databaseUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilBack(): Promise<void> {
  for (;;) {
    try {
      return void (await query('SELECT 1'));
    } catch {
      await wait(50);
    }
  }
}

test('commits are fsynced, and the socket is its owner’s alone', async () => {
  expect(await query('SHOW fsync')).toEqual([{ fsync: 'on' }]);
  expect(await query('SHOW wal_sync_method')).toEqual([{ wal_sync_method: 'fsync' }]);
  const host = new URL(database.databaseUrl).searchParams.get('host') ?? '';
  expect(statSync(join(host, '.s.PGSQL.5432')).mode & 0o777).toBe(0o600);
});

test('nobody else on the machine may read a file or open a folder of it', async () => {
  await query('CREATE TABLE later (n int)');
  const names = readdirSync(join(folder, 'database'), { recursive: true, encoding: 'utf8' });
  const open = names.filter((name) => statSync(join(folder, 'database', name)).mode & 0o077);
  expect(names.length).toBeGreaterThan(500);
  expect(open).toEqual([]);
});

test('a second start on the same folder says so and changes nothing', async () => {
  const second = startEmbeddedDatabase(folder);
  await expect(second).rejects.toThrow(StartProblem);
  await expect(second).rejects.toThrow(`Another Parallax is using the data folder ${folder}.`);
  expect(await query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
});

test('killed at work it comes back with everything that it had acknowledged', async () => {
  const before = database.pid();
  expectConsoleError(/started again: it ended unexpectedly \(SIGKILL\)/);
  let acknowledged = 0;
  const client = new Client({ connectionString: database.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const writing = (async () => {
    for (;;) {
      await client.query('INSERT INTO kept VALUES ($1)', [acknowledged]);
      acknowledged++;
    }
  })();
  await wait(300);
  process.kill(before ?? 0, 'SIGKILL');
  await expect(writing).rejects.toThrow();
  await untilBack();
  const [row] = (await query('SELECT count(*)::int AS n FROM kept')) as [{ n: number }];
  expect(acknowledged).toBeGreaterThan(0);
  // One more may have been committed without an answer.
  expect([acknowledged, acknowledged + 1]).toContain(row.n);
  expect(database.pid()).not.toBe(before);
});

test('a folder that cannot be opened is reported in a sentence', async () => {
  const broken = join(place, 'broken');
  await mkdir(join(broken, 'database'), { recursive: true });
  await mkdir(join(broken, 'database.lock'));
  await expect(startEmbeddedDatabase(broken)).rejects.toThrow('could not be opened');
});
