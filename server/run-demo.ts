import { closeDb } from '@/lib/db';
import { EnvProblem, readEnv } from '@/lib/env';
import { openDataFolder } from './data-folder';
import { openDatabase } from './database';
import { makeDemo } from './demo';
import { migrate } from './migrate';
import { makeFilesPrivate } from './private-files';
import { findRunning } from './running';
import { StartProblem } from './start-problem';

/** Makes the demo in the database of the server at work, or else in the one it would start. */
async function runDemo(): Promise<string> {
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
    const told = await makeDemo(
      running?.address ?? env.publicUrl ?? `http://${env.host}:${env.port}`,
    );
    return running === null ? `${told}\nStart Parallax with “npm start” to see it.` : told;
  } finally {
    await closeDb();
    await database.stop();
  }
}

runDemo().then(console.log, (thrown: unknown) => {
  const isKnown = thrown instanceof EnvProblem || thrown instanceof StartProblem;
  console.error(isKnown ? thrown.message : thrown);
  process.exitCode = 1;
});
