import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { migrate as migrateHere } from '@/server/migrations/migrate';
import type { Pgbouncer } from '@/tests/harness/pgbouncer';
import { startPgbouncer } from '@/tests/harness/pgbouncer';
import type { Postgres } from '@/tests/harness/postgres';
import { startPostgres } from '@/tests/harness/postgres';

const timeout = 300_000;
let postgres: Postgres;
let pgbouncer: Pgbouncer;

beforeAll(async () => {
  postgres = await startPostgres();
  pgbouncer = await startPgbouncer(await postgres.newDatabase('first'));
}, timeout);

afterAll(async () => {
  await pgbouncer?.stop();
  await postgres?.stop();
});

/** Migrates in a separate process; returns its error output. */
function migrate(url: string): Promise<string> {
  const env = { ...process.env, DATABASE_URL: url };
  const args = ['server/set-up/typescript.mjs', 'tests/harness/migrated.ts'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  return text(child.stderr);
}

async function rowsOf(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(query);
  await client.end();
  return rows;
}

test.each([
  ['straight', 'straight', (url: string) => url],
  ['through pgbouncer', 'pooled', (url: string) => pgbouncer.through(url)],
])(
  'four processes that start at once, %s, migrate once and leave no lock',
  async (_, name, reach) => {
    const url = await postgres.newDatabase(name);
    const complaints = await Promise.all(Array.from({ length: 4 }, () => migrate(reach(url))));
    expect(complaints).toEqual(['', '', '', '']);
    const applied = `SELECT migration_name, count(*)::int AS times FROM _prisma_migrations
      WHERE finished_at IS NOT NULL GROUP BY 1`;
    const rows = await rowsOf(url, applied);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
    expect(await rowsOf(url, `SELECT * FROM pg_locks WHERE locktype = 'advisory'`)).toEqual([]);
  },
  timeout,
);

test(
  'a standby, which is read-only, is refused',
  async () => {
    const standby = await startPostgres({ isStandby: true });
    const refusal: unknown = await migrateHere(standby.url).catch((thrown: unknown) => thrown);
    await standby.stop();
    expect(String(refusal)).toContain('Let DATABASE_URL name the primary.');
  },
  timeout,
);
