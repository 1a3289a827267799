import { rm } from 'node:fs/promises';
import { openFiles } from './embedded-files';
import { databaseLock, lockUntilExit } from './folder-lock';
import { servePostgres } from './postgres-socket';

/** What the child tells its parent. */
export type ChildWord = { kind: 'ready' } | { kind: 'taken' } | { kind: 'failed'; why: string };

const say = (word: ChildWord): void => void process.send?.(word);

function breakDown(thrown: unknown): void {
  console.error('The embedded database failed:', thrown);
  // What was told to clients is on its way. What is in memory cannot be trusted; the log on disk can.
  setImmediate(() => process.exit(1));
}

async function serve(folder: string, socketPath: string): Promise<void> {
  process.chdir(folder);
  if (!(await lockUntilExit(databaseLock))) return say({ kind: 'taken' });
  const database = await openFiles('database');
  await rm(socketPath, { force: true });
  const socket = await servePostgres(database, socketPath, breakDown);
  const stop = async () => {
    await socket.close();
    await database.close();
    process.exit(0);
  };
  // The parent asks by hanging up, and hangs up when it dies.
  if (!process.connected) return stop();
  process.once('disconnect', () => void stop().catch(breakDown));
  say({ kind: 'ready' });
}

// Ctrl-C reaches parent and child at once; the parent says when it no longer needs the database.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

const [folder = '', socketPath = ''] = process.argv.slice(2);
serve(folder, socketPath).catch((thrown: unknown) => {
  say({ kind: 'failed', why: thrown instanceof Error ? thrown.message : String(thrown) });
  process.exitCode = 1;
  process.disconnect?.();
});
