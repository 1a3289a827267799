import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { closeDb, db, isDatabaseAway } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import type { Postgres } from './harness/postgres';
import { startPostgres } from './harness/postgres';

let postgres: Postgres;
let url: string;

beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.newDatabase('away');
  process.env.DATABASE_URL = url;
}, 120_000);

afterAll(async () => {
  await closeDb();
  await postgres.stop();
});

async function endConnections(): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await client.end();
}

/** What was thrown; null where all went well. */
const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );

const slow = () => db().$queryRaw`SELECT pg_sleep(20)::text`;

test.each<[string, () => Promise<unknown>]>([
  ['in a statement', slow],
  [
    'in a statement of a transaction',
    () => transaction((tx) => tx.$queryRaw`SELECT pg_sleep(20)::text`),
  ],
  [
    'between two statements of a transaction',
    () =>
      transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1`;
        await endConnections();
        await wait(200);
        await tx.$queryRaw`SELECT 1`;
      }),
  ],
])(
  'a connection that is ended %s finds the database away, and the next is whole',
  async (_, query) => {
    const thrown = thrownBy(query());
    await wait(500);
    await endConnections();
    expect(isDatabaseAway(await thrown)).toBe(true);
    expect(await thrownBy(db().$queryRaw`SELECT 1`)).toBeNull();
  },
);

test('a PostgreSQL that is killed and started again is away until it answers', async () => {
  await postgres.kill();
  const started = postgres.startAgain().then(() => true);
  let isThere = false;
  while (!isThere) {
    const thrown = await thrownBy(db().$queryRaw`SELECT 1`);
    isThere = thrown === null;
    if (!isThere) expect(isDatabaseAway(thrown)).toBe(true);
    await wait(2);
  }
  expect(await started).toBe(true);
});
