import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TestEnvironment } from 'jest-environment-node';
import { Client } from 'pg';
import { startPgbouncer } from './pgbouncer';
import { startPostgres } from './postgres';
import { WorkerDatabase, emptyAll } from './worker-database';
import './short-lived.cjs';
import { childrenOfWorker } from './worker-held';

/** What every program that tests start loads first, as this worker did. */
const shortLived = join(process.cwd(), 'tests/harness/short-lived.cjs');

let worker: Promise<WorkerDatabase> | null = null;

async function begin(): Promise<WorkerDatabase> {
  const database = new WorkerDatabase();
  await database.listen();
  return database;
}

/** The database of each Jest project; `jest.config.mjs` selects its tests. */
type DatabaseKind = 'embedded' | 'postgresql' | 'pgbouncer';

/** Started by the first test file of this worker that needs it; runs until the worker ends. */
let postgres: Promise<Record<'postgresql' | 'pgbouncer', string>> | null = null;

async function beginPostgres() {
  const server = await startPostgres();
  const url = await server.newDatabase('parallax');
  // The schema engine cannot be loaded by Jest.
  await promisify(execFile)(
    process.execPath,
    ['server/set-up/typescript.mjs', 'tests/harness/migrated.ts'],
    { env: { ...process.env, DATABASE_URL: url } },
  );
  const pgbouncer = await startPgbouncer(url);
  return { postgresql: url, pgbouncer: pgbouncer.through(url) };
}

/** Deletes the rows that the previous test file has left in a PostgreSQL. */
async function emptied(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(emptyAll);
  await client.end();
  return url;
}

async function databaseUrl(kind: DatabaseKind): Promise<string> {
  if (kind !== 'embedded') {
    postgres ??= beginPostgres();
    return emptied((await postgres)[kind]);
  }
  worker ??= begin();
  const database = await worker;
  await database.empty();
  return database.url;
}

/** The processes that test files have started; they end with the worker. */
const children = childrenOfWorker();
// Jest ends a worker that has open handles by this signal.
process.once('SIGTERM', () => process.exit(143));

/** What a test file leaves on the global object: Jest's list of tests, and our own state by its prefix. */
const isLeftByTests = (key: string | symbol): boolean =>
  typeof key === 'symbol'
    ? /^(?:EVENT_HANDLERS|JEST_STATE_SYMBOL|TEST_TIMEOUT_SYMBOL|RETRY_)/.test(key.description ?? '')
    : key.startsWith('parallax');

/**
 * One context for all test files of a worker, so that packages are loaded once (worker-runtime.cjs).
 * Environment variables and our own state on the global object are reset after each file.
 * `DATABASE_URL` points to an empty database of this worker.
 */
class WorkerEnvironment extends TestEnvironment {
  database: DatabaseKind = 'embedded';
  #variables: Record<string, string | undefined> = {};
  readonly #exit = this.global.process.exit;

  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, { childrenOfWorker: children });
    this.#variables = { ...this.global.process.env };
    const { NODE_OPTIONS = '' } = this.#variables;
    this.global.process.env.NODE_OPTIONS =
      `${NODE_OPTIONS} --require=${JSON.stringify(shortLived)}`.trim();
    this.global.process.env.DATABASE_URL = await databaseUrl(this.database);
  }

  override async teardown(): Promise<void> {
    this.fakeTimersModern?.dispose();
    for (const key of Reflect.ownKeys(this.global))
      if (isLeftByTests(key)) Reflect.deleteProperty(this.global, key);
    // Jest has wrapped it for this file.
    this.global.process.exit = this.#exit;
    const { env } = this.global.process;
    for (const name of Object.keys(env)) if (!(name in this.#variables)) delete env[name];
    Object.assign(env, this.#variables);
  }
}

let environment: WorkerEnvironment | null = null;

/** Gives every test file of this worker the same environment. */
export default class SharedEnvironment {
  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    environment ??= new WorkerEnvironment(...given);
    const { database = 'embedded' } = given[0].projectConfig.testEnvironmentOptions;
    environment.database = database as DatabaseKind;
    return environment;
  }
}
