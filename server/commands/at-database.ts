import { closeDb } from '@/lib/db';
import { readEnv } from '@/lib/env';
import { openDatabase } from '@/server/embedded-postgres/open-database';
import { migrate } from '@/server/migrations/migrate';
import { findRunning, makeFilesPrivate, openDataFolder } from '@/server/process/data-folder';

/**
 * Runs a command's work on the database of the running server, or else on the one that it would start,
 * migrated. `address` is the address of that server.
 */
export async function atDatabase<Result>(
  work: (server: { address: string; isRunning: boolean }) => Promise<Result>,
): Promise<Result> {
  makeFilesPrivate();
  const env = readEnv(process.env);
  const folder = await openDataFolder(env.dataFolder);
  const running = await findRunning(folder);
  const database = await openDatabase({
    databaseUrl: env.databaseUrl ?? running?.databaseUrl ?? null,
    dataFolder: folder,
  });
  try {
    process.env.DATABASE_URL = database.databaseUrl;
    await database.allowLong(() => migrate(database.databaseUrl));
    const address = running?.address ?? env.publicUrl ?? `http://${env.host}:${env.port}`;
    return await work({ address, isRunning: running !== null });
  } finally {
    await closeDb();
    await database.stop();
  }
}
