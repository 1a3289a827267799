import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const running = z.object({
  pid: z.number(),
  address: z.string(),
  databaseUrl: z.string().nullable(),
});

/** Where a server at work is reached, and its embedded database; null when it has another's. */
export type Running = z.infer<typeof running>;

const noteIn = (folder: string): string => join(folder, 'running.json');

/** Leaves word in the data folder, for its owner only, that a server is at work with it. */
export async function noteRunning(folder: string, note: Running): Promise<void> {
  await writeFile(noteIn(folder), JSON.stringify(note), { mode: 0o600 });
}

/** Takes that word back. */
export async function forgetRunning(folder: string): Promise<void> {
  await rm(noteIn(folder), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The server at work with this data folder; null when none is (a note left by a crash counts as none). */
export async function findRunning(folder: string): Promise<Running | null> {
  const read = readFile(noteIn(folder), 'utf8').then((text): unknown => JSON.parse(text));
  const note = running.safeParse(await read.catch(() => null));
  return note.success && isAlive(note.data.pid) ? note.data : null;
}
