import { expect, test } from '@jest/globals';
import { db } from '@/lib/db';
import { tidyDatabase } from '@/server/process/upkeep';
import { aPerson } from '@/tests/builders/a-person';

const counted = async (): Promise<number> => {
  const rows = await db().$queryRaw<{ rows: number }[]>`
    SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'User'`;
  return rows[0]?.rows ?? 0;
};

test('after it the planner knows how many rows there are', async () => {
  for (let at = 0; at < 7; at++) await aPerson();
  expect(await counted()).not.toBe(7);
  await tidyDatabase(process.env.DATABASE_URL ?? '');
  expect(await counted()).toBe(7);
});

test('an unreachable database is an error for the caller', async () => {
  await expect(tidyDatabase('postgresql://nobody@127.0.0.1:9/none')).rejects.toThrow(
    /ECONNREFUSED/,
  );
});
