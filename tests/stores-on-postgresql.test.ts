import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startPostgres } from '@/tests/harness/postgres';
import type { Postgres } from '@/tests/harness/postgres';

const stores = 'tests/lib/(.*-store|transaction)\\.test\\.ts$';
const patience = 300_000;
let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, patience);

afterAll(() => postgres?.stop());

test(
  'every store does on PostgreSQL what it does on the embedded database',
  async () => {
    const url = await postgres.newDatabase('stores');
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
    expect(report.numPassedTests).toBeGreaterThan(50);
  },
  patience,
);
