import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const guardStale = 5_000;

function listens(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(path, () => {
      server.unref();
      resolve(true);
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

/** Removes what a crash left behind; only one process at a time does, and it looks again first. */
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

/**
 * Takes a lock that lasts as long as this process: a socket that it listens at, so that the kernel
 * ends it, however the process ends. Answers false when another process has it. A relative path is
 * never too long for a socket.
 */
export async function lockUntilExit(path: string): Promise<boolean> {
  while (!(await listens(path))) {
    if (await isAnswered(path)) return false;
    await clearStale(path);
  }
  return true;
}
