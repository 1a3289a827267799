import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '@/server/migrations/migrate';
import { StartProblem } from '@/server/process/operator-problem';

const url = process.env.DATABASE_URL ?? '';
let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: url });
  await client.connect();
});

afterAll(() => client.end());

/** Migrates with a wrong row in the migrations table, and removes the row. */
async function refusalWith(name: string, finishedAt: string): Promise<unknown> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
     VALUES ('strange', '', $1, ${finishedAt})`,
    [name],
  );
  try {
    return await migrate(url).catch((thrown: unknown) => thrown);
  } finally {
    await client.query(`DELETE FROM _prisma_migrations WHERE id = 'strange'`);
  }
}

test('a database that has every migration is not changed', async () => {
  const all = 'SELECT * FROM _prisma_migrations';
  const { rows } = await client.query(all);
  await migrate(url);
  expect((await client.query(all)).rows).toEqual(rows);
  expect(rows.length).toBeGreaterThan(0);
});

test('a migration that is not known stops the start', async () => {
  const refusal = await refusalWith('29990101000000_later', 'now()');
  expect(refusal).toBeInstanceOf(StartProblem);
  expect(String(refusal)).toContain('29990101000000_later, which this Parallax does not know');
});

test('a migration that did not come to its end stops the start', async () => {
  const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations');
  const refusal = await refusalWith(rows[0].migration_name, 'NULL');
  expect(refusal).toBeInstanceOf(StartProblem);
  expect(String(refusal)).toContain('did not come to its end');
});

test('an unreachable database is reported without its password', async () => {
  const gone = 'postgresql://somebody:hidden-word@127.0.0.1:1/nothing';
  const refusal: unknown = await migrate(gone).catch((thrown: unknown) => thrown);
  expect(refusal).toBeInstanceOf(StartProblem);
  expect(String(refusal)).toContain('The database cannot be reached');
  expect(String(refusal)).not.toContain('hidden-word');
});
