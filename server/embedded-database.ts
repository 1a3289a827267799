import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '@/lib/access/log';
import type { ChildWord } from './embedded-database-child';
import { programPath } from './program-path';
import { StartProblem } from './start-problem';

/** The embedded database, in a process of its own. */
export type EmbeddedDatabase = {
  databaseUrl: string;
  /** Its process, as long as there is one. */
  pid(): number | null;
  /** Ends it, when nobody needs it any more. */
  stop(): Promise<void>;
};

/** By what name a PostgreSQL client looks for a socket in a folder. */
const socketName = '.s.PGSQL.5432';
/** The longest path of a socket, in bytes, on every system that there is. */
const longestPath = 103;
const patience = 10_000;
/** What the process sees of the environment: no secrets, for it needs none. */
const seen = [
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'NODE_OPTIONS',
  'NODE_ENV',
  'PARALLAX_LOG_FORMAT',
  'PARALLAX_LOG_LEVEL',
] as const;

function spawn(folder: string, socketPath: string): ChildProcess {
  const env = Object.fromEntries(seen.map((name) => [name, process.env[name]]));
  env.MALLOC_ARENA_MAX = '2';
  return fork(programPath('embedded-database-child'), [folder, socketPath], {
    execArgv: ['--enable-source-maps', '--max-semi-space-size=1', '--heap-growing-percent=20'],
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function firstWord(child: ChildProcess): Promise<ChildWord> {
  return new Promise((resolve) => {
    child.once('message', (word) => resolve(word as ChildWord));
    child.once('error', ({ message }) => resolve({ kind: 'failed', why: message }));
    child.once('exit', (code, signal) =>
      resolve({ kind: 'failed', why: `its process ended (${signal ?? code})` }),
    );
  });
}

function problemOf(word: ChildWord, folder: string): StartProblem | null {
  if (word.kind === 'ready') return null;
  if (word.kind === 'taken')
    return new StartProblem(
      `Another Parallax is using the data folder ${folder}. Stop it first, or choose another folder with PARALLAX_DATA.`,
    );
  return new StartProblem(
    `The database in ${folder} could not be opened: ${word.why}. Nothing in it was changed. See that there is room on the disk and that the folder is yours.`,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  if (child.connected) child.disconnect();
  const kill = setTimeout(() => child.kill('SIGKILL'), patience);
  await exit;
  clearTimeout(kill);
}

/**
 * Starts the embedded database of a data folder. When its process dies, it is started again on the
 * same files until `stop`; meanwhile connections fail, and what was committed is kept.
 */
export async function startEmbeddedDatabase(dataFolder: string): Promise<EmbeddedDatabase> {
  const folder = await realpath(dataFolder);
  const isShort = Buffer.byteLength(join(folder, socketName)) <= longestPath;
  const place = isShort ? folder : await mkdtemp(join(tmpdir(), 'parallax-'));
  const socketPath = join(place, socketName);
  let child = spawn(folder, socketPath);
  const problem = problemOf(await firstWord(child), folder);
  const clear = () => (isShort ? Promise.resolve() : rm(place, { recursive: true, force: true }));
  if (problem) {
    await end(child);
    await clear();
    throw problem;
  }
  let isStopping = false;
  const watch = (): void => {
    child.once('exit', (code, signal) => {
      if (!isStopping) void revive(`it ended unexpectedly (${signal ?? code})`, 100);
    });
  };
  const revive = async (why: string, pause: number): Promise<void> => {
    log.error(`The embedded database is being started again: ${why}.`);
    await wait(pause, undefined, { ref: false });
    if (isStopping) return;
    child = spawn(folder, socketPath);
    const again = problemOf(await firstWord(child), folder);
    if (again === null) return watch();
    await end(child);
    if (!isStopping) await revive(again.message, Math.min(2 * pause, 5_000));
  };
  watch();
  return {
    databaseUrl: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(place)}`,
    pid: () => child.pid ?? null,
    stop: async () => {
      isStopping = true;
      await end(child);
      await clear();
    },
  };
}
