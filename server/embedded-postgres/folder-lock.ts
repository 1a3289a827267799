import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import type { Server } from 'node:net';
import { createConnection, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const guardStale = 5_000;

/** The name of the embedded database's lock in the data folder. */
export const databaseLock = 'database.lock';

/** Listens at a path; null if it is in use. */
function listens(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => socket.destroy());
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
}

/** Removes the socket that a crash left; one process at a time does so, after checking again. */
async function clearStale(path: string): Promise<void> {
  const guard = `${path}.clearing`;
  try {
    await mkdir(guard);
  } catch {
    const made = await stat(guard).catch(() => null);
    if (made !== null && Date.now() - made.mtimeMs > guardStale) await rmdir(guard).catch(() => {});
    return wait(50);
  }
  try {
    if (!(await isAnswered(path))) await rm(path, { force: true });
  } finally {
    await rmdir(guard);
  }
}

async function take(path: string): Promise<Server | null> {
  for (;;) {
    const server = await listens(path);
    if (server !== null) return server;
    if (await isAnswered(path)) return null;
    await clearStale(path);
  }
}

/**
 * Takes a lock for the lifetime of this process: a socket that it listens at, which the kernel closes
 * however the process ends. False if another process has it. Use a relative path: paths of sockets are
 * limited in length.
 */
export async function lockUntilExit(path: string): Promise<boolean> {
  return (await take(path)) !== null;
}

async function within<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

/**
 * Takes the lock of the embedded database of a data folder; returns a function that releases it, null if
 * another process has it. Changes the working directory to the folder while taking and releasing it.
 */
export async function lockFolder(folder: string): Promise<(() => Promise<void>) | null> {
  const server = await within(folder, () => take(databaseLock));
  if (server === null) return null;
  // Node removes the socket's file by its relative path.
  return () => within(folder, () => new Promise((resolve) => server.close(() => resolve())));
}
