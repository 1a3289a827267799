import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { noteDatabaseAway, reachDatabase } from '@/lib/access/database-health';
import { noteStorage, storageState } from '@/lib/access/storage-state';
import { closeDb, db, isDatabaseAway } from '@/lib/db';
import { callRoute } from '@/tests/harness/call-route';
import { expectConsoleError, logLines } from '@/tests/harness/expected-errors';

describe('reach database', () => {
  // The test database starts with the first statement, which takes longer than a readiness check may.
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
    // The embedded database has one session: a transaction blocks all others.
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
});

describe('note database away', () => {
  const { DATABASE_URL } = process.env;

  afterEach(async () => {
    process.env.DATABASE_URL = DATABASE_URL;
    await closeDb();
  });

  test('an outage is one line, and its end another', async () => {
    expectConsoleError(/The database cannot be reached\. .*unplugged/s);
    await closeDb();
    process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing';
    for (let at = 0; at < 20; at++) noteDatabaseAway(new Error('unplugged'));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(logLines()).toHaveLength(1);
    await closeDb();
    process.env.DATABASE_URL = DATABASE_URL;
    while (logLines().length === 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(logLines()[1]).toMatchObject({
      level: 'info',
      message: 'The database is reached again.',
      fields: { seconds: expect.any(Number) },
    });
  });
});

describe('storage state', () => {
  afterEach(() => noteStorage({ isDatabaseAway: false, isSpaceShort: false }));

  test('while the database is away every operation that needs it says so, and the others answer', async () => {
    noteStorage({ isDatabaseAway: true });
    for (const [method, path] of [
      ['GET', '/api/v1/projects'],
      ['POST', '/api/v1/projects'],
      ['GET', '/api/ready'],
    ] as const) {
      const { status, body, headers } = await callRoute(method, path);
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('2');
      expect(body).toMatchObject({ reason: 'database-away' });
    }
    expect((await callRoute('GET', '/api/health')).status).toBe(200);
    expect((await callRoute('GET', '/api/metrics')).status).not.toBe(503);
  });

  test('while space is short a person without write access gets the usual refusal', async () => {
    noteStorage({ isSpaceShort: true });
    expect(storageState()).toEqual({ isDatabaseAway: false, isSpaceShort: true });
    expect((await callRoute('POST', '/api/v1/projects', { body: { name: 'A' } })).status).toBe(401);
    expect((await callRoute('GET', '/api/ready')).body).toEqual({
      status: 'ready',
      storage: 'full',
    });
  });
});
