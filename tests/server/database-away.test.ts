import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { hasUsers, queueForFirst } from '@/lib/access/user-store';
import { closeDb, db, isDatabaseAway } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import type { Pgbouncer } from '@/tests/harness/pgbouncer';
import { startPgbouncer } from '@/tests/harness/pgbouncer';
import type { Postgres } from '@/tests/harness/postgres';
import { startPostgres } from '@/tests/harness/postgres';

const timeout = 300_000;
let postgres: Postgres;
let pgbouncer: Pgbouncer;
let url: string;

beforeAll(async () => {
  postgres = await startPostgres();
  pgbouncer = await startPgbouncer(postgres.url);
  url = await postgres.newDatabase('away');
  const env = { ...process.env, DATABASE_URL: url };
  spawnSync(process.execPath, ['server/set-up/typescript.mjs', 'tests/harness/migrated.ts'], {
    env,
  });
}, timeout);
afterEach(() => closeDb());
afterAll(async () => {
  await pgbouncer?.stop();
  await postgres?.stop();
});

/** Every kind of query of the stores. */
const operations = [
  () => db().user.count(),
  () => db().$queryRaw`SELECT count(*)::int FROM "User"`,
  () => db().welcome.create({ data: { hash: v7() } }),
  () =>
    transaction(async (tx) => {
      await queueForFirst(tx);
      await hasUsers(tx);
      await tx.welcome.create({ data: { hash: v7() } });
    }),
];

/** Queries concurrently; `stop` returns errors other than an outage of the database. */
function work(address: string) {
  process.env.DATABASE_URL = address;
  const counts = { done: 0, away: 0, strange: [] as unknown[] };
  let goesOn = true;
  const hand = async (operation: () => Promise<unknown>) => {
    while (goesOn) {
      const thrown: unknown = await operation().then(
        () => null,
        (error: unknown) => error,
      );
      if (thrown === null) counts.done++;
      else if (isDatabaseAway(thrown)) counts.away++;
      else counts.strange.push(thrown);
      if (thrown !== null) await wait(5);
    }
  };
  const hands = Promise.all([...operations, ...operations, ...operations].map(hand));
  return { counts, stop: () => ((goesOn = false), hands) };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}

/** A failover to a standby as a client sees it: cut connections, then a read-only database. */
async function becomeStandbyAndBack(): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const cut =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> $2';
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  for (const then of [
    'SET default_transaction_read_only = on',
    'RESET default_transaction_read_only',
  ]) {
    await client.query(`ALTER DATABASE away ${then}`);
    await client.query(cut, ['away', rows[0]?.pid]);
    await wait(300);
  }
  await client.end();
}

const straight = () => url;
const pooled = () => pgbouncer.through(url);
test.each<[string, () => string, () => Promise<void>]>([
  ['a restart', straight, () => postgres.restart('SIGINT')],
  ['a crash', straight, () => postgres.restart('SIGQUIT')],
  ['a restart behind pgbouncer', pooled, () => postgres.restart('SIGINT')],
  ['a crash behind pgbouncer', pooled, () => postgres.restart('SIGQUIT')],
  ['a change of the primary', straight, becomeStandbyAndBack],
])(
  '%s is reported as an outage by every statement, and ends by itself',
  async (_, address, happen) => {
    const { counts, stop } = work(address());
    await until(() => counts.done > 20);
    await happen();
    const before = counts.done;
    await until(() => counts.done > before + 20);
    await stop();
    expect(counts.strange).toEqual([]);
    expect(counts.away).toBeGreaterThan(0);
  },
  timeout,
);
