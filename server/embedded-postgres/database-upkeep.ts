import { Client } from 'pg';
import { log } from '@/lib/access/log';
import { storageState } from '@/lib/access/storage-state';
import type { OpenDatabase } from '@/server/database';

const [first, later] = [60_000, 60 * 60_000];

/** Clears away old versions of rows, and counts anew what the planner of queries goes by. */
export async function tidyDatabase(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  // A database that goes away meanwhile is told by the query.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/**
 * Does for the embedded database, which has no autovacuum, what PostgreSQL does for itself: a minute
 * after the start and every hour. Answers what ends it.
 */
export function startUpkeep({
  databaseUrl,
  allowLong,
}: Pick<OpenDatabase, 'databaseUrl' | 'allowLong'>): () => void {
  let timer = setTimeout(begin, first);
  // What is written for it would take the room that is left.
  const tidy = async () =>
    storageState().isSpaceShort ? undefined : allowLong(() => tidyDatabase(databaseUrl));
  function begin(): void {
    tidy()
      .catch((error: unknown) => log.error('The database could not be tidied.', { error }))
      .finally(() => (timer = setTimeout(begin, later).unref()));
  }
  timer.unref();
  return () => clearTimeout(timer);
}
