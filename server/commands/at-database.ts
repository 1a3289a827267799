import { openDataFolder, makeFilesPrivate, findRunning } from '@/server/process/data-folder';
import { openDatabase } from '@/server/embedded-postgres/open-database';
import { closeDb } from '@/lib/db';
import { readEnv } from '@/lib/env';
import { migrate } from '@/server/migrations/migrate';

/**
 * Does a command's work in the database of the server at work, or else in the one that it would start,
 * brought up to date. `address` is where that server is or would be.
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
