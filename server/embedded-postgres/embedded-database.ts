import { programPath } from '@/server/process/program-path';
import { StartProblem } from '@/server/process/operator-problem';
import { logOnceAMinute } from '@/lib/access/log';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { ChildWatch, pulse, reportsAt } from './child-watch';
import type { ChildWord } from './embedded-database-child';

/** The embedded database, in a process of its own. */
export type EmbeddedDatabase = {
  databaseUrl: string;
  /** Its process, as long as there is one. */
  pid(): number | null;
  /** Does work whose statements may take minutes each, such as a migration. */
  allowLong<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Ends it, when nobody needs it any more. */
  stop(): Promise<void>;
};

type Options = {
  /** Learns whenever it goes away or is back. */
  onAnswering?: (isAnswering: boolean) => void;
  /** For how long one statement may keep it before it is taken for hung. */
  statementSeconds?: number;
};

/** By what name a PostgreSQL client looks for a socket in a folder. */
const socketName = '.s.PGSQL.5432';
/** The longest path of a socket, in bytes, on every system that there is. */
const maxPathBytes = 103;
/** How long it may take to close its files when it is asked to end, in milliseconds. */
const endTimeout = 3_000;
/** How long it may take when it was found to be hung: a thread that does not turn closes nothing. */
const hungTimeout = 1_000;
/**
 * For how many seconds one statement may keep it. Nobody waits for more: a transaction has a minute
 * (`lib/transaction.ts`). Then the opening of its files, with all that a crash left to be done again,
 * and work that is known to be long.
 */
const [maxStatementSeconds, longSeconds] = [75, 600];
const pulses = (seconds: number) => (1000 * seconds) / pulse;
/** One that was up for so long begins anew with the shortest pause, in milliseconds. */
const steadyAfter = 60_000;
const [minPause, maxPause] = [100, 5_000];
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

/** A socket in the folder; where its path would be too long, in a folder of its own. */
async function socketDirectory(folder: string) {
  if (Buffer.byteLength(join(folder, socketName)) <= maxPathBytes)
    return { directory: folder, clear: () => Promise.resolve() };
  const directory = await mkdtemp(join(tmpdir(), 'parallax-'));
  return { directory, clear: () => rm(directory, { recursive: true, force: true }) };
}

/**
 * Starts the embedded database of a data folder. When its process dies, or is found to be hung and is
 * ended, it is started again on the same files until `stop`; meanwhile connections fail, and what was
 * committed is kept.
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
