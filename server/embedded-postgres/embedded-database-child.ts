import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { readEnv } from '@/lib/env';
import { makeFilesPrivate } from '@/server/process/data-folder';
import { openLog } from '@/server/process/log';
import { programPath } from '@/server/process/program-path';
import type { WatchdogInput } from './child-watch';
import { pulse } from './child-watch';
import type { RawDatabase } from './database-session';
import { openFiles } from './embedded-files';
import { databaseLock, lockUntilExit } from './folder-lock';
import { servePostgres } from './postgres-socket';

/** A message from the child to its parent. */
export type ChildWord =
  | { kind: 'ready' }
  | { kind: 'taken' }
  | { kind: 'failed'; why: string }
  /** It was ready and ends now. */
  | { kind: 'broken'; why: string };

/** How long to wait for a child whose parent was killed to release the folder, in milliseconds. */
const lockTimeout = 4_000;

/** How long the last message may take to be sent, in milliseconds. */
const lastMessageTimeout = 100;

const whyOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

const send = (word: ChildWord): void => void process.send?.(word);

const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
const beat = () => void Atomics.add(beats, 0, 1);

/** Starts a thread that watches whether this thread is blocked, and whether the parent exists. */
function watchOver(parentPid: number): void {
  setInterval(beat, pulse / 2).unref();
  const workerData: WatchdogInput = { beats, parentPid };
  new Worker(programPath('database-watchdog'), { workerData }).unref();
}

let isBroken = false;

function breakDown(thrown: unknown): void {
  if (isBroken) return;
  isBroken = true;
  // Answers to clients are sent. The memory cannot be trusted any more, the log on disk can. Not by
  // `exit`, whose handlers would wait without end for a database that has panicked.
  const end = () => process.kill(process.pid, 'SIGKILL');
  setTimeout(end, lastMessageTimeout);
  if (!process.send) return;
  process.send({ kind: 'broken', why: whyOf(thrown) } satisfies ChildWord, () => setImmediate(end));
}

/** The database with a beat before and after each call, which refuses calls after it has failed. */
const watched = (database: RawDatabase): RawDatabase => ({
  async execProtocolRawStream(messages, options) {
    if (isBroken) throw new Error('The embedded database has failed.');
    beat();
    await database.execProtocolRawStream(messages, options);
    beat();
  },
});

async function isLocked(): Promise<boolean> {
  const until = performance.now() + lockTimeout;
  while (!(await lockUntilExit(databaseLock))) {
    if (performance.now() > until) return false;
    await wait(100);
  }
  return true;
}

async function serve(folder: string, socketPath: string, parentPid: number): Promise<void> {
  makeFilesPrivate();
  process.chdir(folder);
  watchOver(parentPid);
  if (!(await isLocked())) return send({ kind: 'taken' });
  const database = await openFiles('database');
  await rm(socketPath, { force: true });
  const socket = await servePostgres(watched(database), socketPath, breakDown);
  const stop = async () => {
    await socket.close();
    await database.close();
    process.exit(0);
  };
  // The parent ends the child by disconnecting, which also happens when it dies.
  if (!process.connected) return stop();
  process.once('disconnect', () => void stop().catch(breakDown));
  send({ kind: 'ready' });
}

// Ctrl-C reaches parent and child at once; the parent disconnects when it no longer needs the database.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

openLog(readEnv(process.env).log);
const [folder = '', socketPath = '', parentPid = ''] = process.argv.slice(2);
serve(folder, socketPath, Number(parentPid)).catch((thrown: unknown) => {
  send({ kind: 'failed', why: whyOf(thrown) });
  process.exitCode = 1;
  process.disconnect?.();
});
