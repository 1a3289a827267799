import { TestEnvironment } from 'jest-environment-node';
import { Client } from 'pg';
import { WorkerDatabase, emptyAll } from './worker-database';

let worker: Promise<WorkerDatabase> | null = null;

async function begin(): Promise<WorkerDatabase> {
  const database = new WorkerDatabase();
  await database.listen();
  return database;
}

/** The given PostgreSQL, which nobody else uses meanwhile, emptied. */
async function emptied(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(emptyAll);
  await client.end();
  return url;
}

async function databaseUrl(): Promise<string> {
  const given = process.env.PARALLAX_TEST_POSTGRESQL;
  if (given !== undefined) return emptied(given);
  worker ??= begin();
  const database = await worker;
  await database.empty();
  return database.url;
}

/** Node, with `DATABASE_URL` pointing at an empty database that no other worker has. */
export default class DatabaseEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.process.env.DATABASE_URL = await databaseUrl();
  }
}
