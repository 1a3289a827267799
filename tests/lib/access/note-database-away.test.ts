import { afterEach, expect, test } from '@jest/globals';
import { noteDatabaseAway } from '@/lib/access/note-database-away';
import { closeDb } from '@/lib/db';
import { expectConsoleError, logLines } from '@/tests/harness/expected-errors';

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
