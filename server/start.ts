import { openDataFolder, sessionSecret, makeFilesPrivate } from '@/server/process/data-folder';
import { openDatabase } from '@/server/embedded-postgres/open-database';
import { logConsole, openLog } from '@/server/process/log';
import { StartProblem } from '@/server/process/operator-problem';
import { log } from '@/lib/access/log';
import { EnvProblem, readEnv } from '@/lib/env';

async function start(): Promise<void> {
  makeFilesPrivate();
  const env = readEnv(process.env);
  openLog(env.log);
  logConsole();
  const folder = await openDataFolder(env.dataFolder);
  const secret = await sessionSecret(folder, env.secret);
  const opening = openDatabase({ databaseUrl: env.databaseUrl, dataFolder: folder });
  // Whether it opens is asked once the rest is loaded, which takes as long as the database needs.
  opening.catch(() => undefined);
  const { serve } = await import('./serve');
  await serve(env, { folder, secret, opening });
}

// Whoever read the log may be gone. To say so in the log would fail again, and again say so, without end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.on('unhandledRejection', (error) => {
  log.error('Something failed that nobody waited for.', { error });
});

const full =
  'The disk of the data folder is full, so Parallax cannot start. What was saved is kept. Make room, then start it again.';
const isFull = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException)?.code === 'ENOSPC';

start().catch((thrown: unknown) => {
  const isKnown = thrown instanceof EnvProblem || thrown instanceof StartProblem;
  // For the person who starts it: a sentence, however the log is written.
  if (isKnown) process.stderr.write(`${thrown.message}\n`);
  else if (isFull(thrown)) process.stderr.write(`${full}\n`);
  else log.error('Starting failed.', { error: thrown });
  process.exit(1);
});
