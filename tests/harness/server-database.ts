import { Client } from 'pg';
import { findRunning } from '@/server/process/data-folder';
import type { RunningServer } from './running-server';

/** Runs one statement directly on the embedded database of a running server. */
export async function inDatabaseOf(
  server: RunningServer,
  statement: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const running = await findRunning(server.dataFolder);
  const client = new Client({ connectionString: running?.databaseUrl ?? '' });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
