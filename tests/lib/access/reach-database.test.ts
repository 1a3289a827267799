import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { reachDatabase } from '@/lib/access/reach-database';
import { closeDb, db, isDatabaseAway } from '@/lib/db';

// The test database begins with the first statement, which takes longer than readiness may.
beforeAll(async () => void (await db().$queryRaw`SELECT 1`), 60_000);

test('says nothing while the database is there, and throws when it is away', async () => {
  await expect(reachDatabase()).resolves.toBeUndefined();
  const there = process.env.DATABASE_URL;
  await closeDb();
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:9/none';
  const thrown = await reachDatabase().catch((reason: unknown) => reason);
  await closeDb();
  process.env.DATABASE_URL = there;
  expect(isDatabaseAway(thrown)).toBe(true);
});

test('says within two seconds that the database is busy', async () => {
  const holder = new Client({ connectionString: process.env.DATABASE_URL });
  await holder.connect();
  // The embedded database has one session: a transaction keeps everybody else waiting.
  await holder.query('BEGIN; LOCK TABLE "User" IN ACCESS EXCLUSIVE MODE');
  const from = performance.now();
  const asked = [reachDatabase(), reachDatabase()];
  for (const each of await Promise.allSettled(asked))
    expect(each).toMatchObject({ status: 'rejected', reason: { reason: 'database-busy' } });
  expect(performance.now() - from).toBeLessThan(2_000);
  await holder.query('ROLLBACK');
  await holder.end();
  await wait(100);
  await expect(reachDatabase()).resolves.toBeUndefined();
});
