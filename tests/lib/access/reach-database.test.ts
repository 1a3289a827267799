import { expect, test } from '@jest/globals';
import { reachDatabase } from '@/lib/access/reach-database';
import { closeDb, isDatabaseAway } from '@/lib/db';

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
