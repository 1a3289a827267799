import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Pgbouncer } from '@/tests/harness/pgbouncer';
import { startPgbouncer } from '@/tests/harness/pgbouncer';
import { startPostgres } from '@/tests/harness/postgres';
import type { Postgres } from '@/tests/harness/postgres';

const every = 'tests/lib/(.*-store|transaction)\\.test\\.ts$';
/** Locks, long statements and transactions of many turns: what could mind where a connection goes. */
const some = 'tests/lib/((access|annotation)/.*-store|transaction)\\.test\\.ts$';
const patience = 300_000;
let postgres: Postgres;
let pgbouncer: Pgbouncer;

beforeAll(async () => {
  postgres = await startPostgres();
  pgbouncer = await startPgbouncer(postgres.url);
}, patience);

afterAll(async () => {
  await pgbouncer?.stop();
  await postgres?.stop();
});

test.each([
  ['PostgreSQL', 'straight', every, 50, (url: string) => url],
  ['PostgreSQL behind pgbouncer', 'pooled', some, 25, (url: string) => pgbouncer.through(url)],
])(
  'the stores do on %s what they do on the embedded database',
  async (_, name, stores, least, reach) => {
    const url = reach(await postgres.newDatabase(name));
    const migrated = spawnSync(process.execPath, ['--import', 'tsx', 'tests/harness/migrated.ts'], {
      env: { ...process.env, DATABASE_URL: url },
      encoding: 'utf8',
    });
    expect(migrated.stderr).toBe('');
    const args = ['node_modules/jest/bin/jest.js', '-i', '--json', '--testPathPatterns', stores];
    const env = { ...process.env, PARALLAX_TEST_POSTGRESQL: url, JEST_WORKER_ID: undefined };
    const run = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const report = JSON.parse(await text(run.stdout)) as {
      numPassedTests: number;
      testResults: { message: string }[];
    };
    expect(report.testResults.map(({ message }) => message).filter(Boolean)).toEqual([]);
    expect(report.numPassedTests).toBeGreaterThan(least);
  },
  patience,
);
