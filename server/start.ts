import { log } from '@/lib/access/log';
import { EnvProblem, readEnv } from '@/lib/env';
import { openDatabase } from '@/server/embedded-postgres/open-database';
import { makeFilesPrivate, openDataFolder, sessionSecret } from '@/server/process/data-folder';
import { logConsole, openLog } from '@/server/process/log';
import { StartProblem } from '@/server/process/operator-problem';

async function start(): Promise<void> {
  makeFilesPrivate();
  const env = readEnv(process.env);
  openLog(env.log);
  logConsole();
  const folder = await openDataFolder(env.dataFolder);
  const secret = await sessionSecret(folder, env.secret);
  const opening = openDatabase({ databaseUrl: env.databaseUrl, dataFolder: folder });
  // Awaited once the rest is loaded, which takes about as long as opening the database.
  opening.catch(() => undefined);
  const { serve } = await import('./serve');
  await serve(env, { folder, secret, opening });
}

// The reader of the log may be gone. Logging that would fail again, without end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.on('unhandledRejection', (error) => {
  log.error('Something failed that nobody waited for.', { error });
});

const full =
  'The disk of the data folder is full, so Parallax cannot start. What was saved is kept. Make room, then start it again.';
const isFull = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException)?.code === 'ENOSPC';

start().catch((thrown: unknown) => {
  const isKnown = thrown instanceof EnvProblem || thrown instanceof StartProblem;
  // A plain sentence for the person who starts it, in any format of the log.
  if (isKnown) process.stderr.write(`${thrown.message}\n`);
  else if (isFull(thrown)) process.stderr.write(`${full}\n`);
  else log.error('Starting failed.', { error: thrown });
  process.exit(1);
});
