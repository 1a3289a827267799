import { TestEnvironment } from 'jest-environment-node';
import { WorkerDatabase } from './worker-database';

let worker: Promise<WorkerDatabase> | null = null;

async function begin(): Promise<WorkerDatabase> {
  const database = new WorkerDatabase();
  await database.listen();
  return database;
}

/** Node, with `DATABASE_URL` pointing at an empty database that no other worker has. */
export default class DatabaseEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    worker ??= begin();
    const database = await worker;
    await database.empty();
    this.global.process.env.DATABASE_URL = database.url;
  }
}
