import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { logOnceAMinute } from '@/lib/access/log';
import { StartProblem } from '@/server/process/operator-problem';
import { programPath } from '@/server/process/program-path';
import { ChildWatch, pulse, reportsAt } from './child-watch';
import type { ChildWord } from './embedded-database-child';

/** The embedded database, in a separate process. */
export type EmbeddedDatabase = {
  databaseUrl: string;
  /** The id of its process; null if there is none. */
  pid(): number | null;
  /** Runs work whose statements may take minutes each, such as a migration. */
  allowLong<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Closes the files and ends the process. */
  stop(): Promise<void>;
};

type Options = {
  /** Called when it becomes unavailable or available again. */
  onAnswering?: (isAnswering: boolean) => void;
  /** For how many seconds a statement may run before the database counts as hung. */
  statementSeconds?: number;
};

/** The name of a PostgreSQL socket in its folder, as clients expect it. */
const socketName = '.s.PGSQL.5432';
/** The maximum length of a socket's path, in bytes, on all systems. */
const maxPathBytes = 103;
/** How long it may take to close its files at the end, in milliseconds. */
const endTimeout = 3_000;
/** How long it may take when it is hung, in milliseconds: a blocked thread closes nothing. */
const hungTimeout = 1_000;
/**
 * For how many seconds a statement may run: transactions are limited to a minute (`lib/transaction.ts`);
 * opening the files, with recovery after a crash, and work in `allowLong` may take longer.
 */
const [maxStatementSeconds, longSeconds] = [75, 600];
const pulses = (seconds: number) => (1000 * seconds) / pulse;
/** After this uptime, in milliseconds, the next restart begins with the shortest pause again. */
const steadyAfter = 60_000;
const [minPause, maxPause] = [100, 5_000];
/** The environment variables that the process gets: no secrets. */
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
  return fork(programPath('embedded-database-child'), [folder, socketPath, `${process.pid}`], {
    execArgv: ['--enable-source-maps', '--max-semi-space-size=1', '--heap-growing-percent=20'],
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'pipe'],
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

async function end(child: ChildProcess, milliseconds = endTimeout): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  if (child.connected) child.disconnect();
  const kill = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await exit;
  clearTimeout(kill);
}

/** The folder of the socket: the data folder, or a temporary one if the path would be too long. */
async function socketDirectory(folder: string) {
  if (Buffer.byteLength(join(folder, socketName)) <= maxPathBytes)
    return { directory: folder, clear: () => Promise.resolve() };
  const directory = await mkdtemp(join(tmpdir(), 'parallax-'));
  return { directory, clear: () => rm(directory, { recursive: true, force: true }) };
}

/**
 * Starts the embedded database of a data folder. If its process dies, or hangs and is killed, it is
 * started again on the same files, until `stop`; meanwhile connections fail, committed data is kept.
 *
 * @throws {StartProblem} If the folder is in use or the database cannot be opened.
 */
export async function startEmbeddedDatabase(
  dataFolder: string,
  { onAnswering = () => undefined, statementSeconds = maxStatementSeconds }: Options = {},
): Promise<EmbeddedDatabase> {
  const folder = await realpath(dataFolder);
  const { directory, clear } = await socketDirectory(folder);
  let child: ChildProcess | null = null;
  let isOpening = true;
  let isStopping = false;
  let longWorks = 0;

  const open = async (): Promise<StartProblem | null> => {
    isOpening = true;
    const opened = spawn(folder, join(directory, socketName));
    child = opened;
    const watch = new ChildWatch(opened.stdio[reportsAt] as Readable, {
      maxStill: () => pulses(isOpening || longWorks > 0 ? longSeconds : statementSeconds),
      onAnswering: (isAnswering) => onAnswering(isAnswering && !isOpening),
      onHung: (why) => {
        onAnswering(false);
        logOnceAMinute(
          'error',
          'database-hung',
          `The embedded database is hung and is ended: ${why}.`,
        );
        void end(opened, hungTimeout);
      },
    });
    opened.once('exit', () => watch.end());
    const problem = problemOf(await firstWord(opened), folder);
    if (problem !== null) await end(opened);
    isOpening = false;
    return problem;
  };

  const revive = async (why: string, pause: number): Promise<void> => {
    onAnswering(false);
    logOnceAMinute(
      'error',
      'database-revived',
      `The embedded database is being started again: ${why.replace(/\.$/, '')}.`,
    );
    await wait(pause, undefined, { ref: false });
    if (isStopping) return;
    const problem = await open();
    const next = Math.min(2 * pause, maxPause);
    if (problem === null) return keepUp(next);
    if (!isStopping) await revive(problem.message, next);
  };

  const keepUp = (pause: number): void => {
    const since = performance.now();
    onAnswering(true);
    let lastWord: string | null = null;
    child?.on('message', (word: ChildWord) => {
      if (word.kind === 'broken') lastWord = word.why;
    });
    child?.once('exit', (code, signal) => {
      const isSteady = performance.now() - since > steadyAfter;
      if (!isStopping)
        void revive(
          lastWord ?? `it ended unexpectedly (${signal ?? code})`,
          isSteady ? minPause : pause,
        );
    });
  };

  const problem = await open();
  if (problem) {
    await clear();
    throw problem;
  }
  keepUp(minPause);
  return {
    databaseUrl: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(directory)}`,
    pid: () => child?.pid ?? null,
    async allowLong(work) {
      longWorks++;
      try {
        return await work();
      } finally {
        longWorks--;
      }
    },
    async stop() {
      isStopping = true;
      if (child !== null) await end(child);
      await clear();
    },
  };
}
