import { StartProblem } from './operator-problem';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmod,
  lstat,
  readdir,
  link,
  mkdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { z } from 'zod';

/** What group and others may do: nothing of it is left. */
const ofOthers = 0o077;

const isGone = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * Takes every right on a file, or on a folder and all that is in it, away from group and others.
 * Links are neither followed nor changed; what disappears meanwhile is left out.
 *
 * @throws {Error} EPERM, where something is open to others and belongs to another user.
 */
export async function makePrivate(path: string): Promise<void> {
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) return;
    if ((found.mode & ofOthers) !== 0) await chmod(path, found.mode & 0o7777 & ~ofOthers);
    if (!found.isDirectory()) return;
    for (const name of await readdir(path)) await makePrivate(join(path, name));
  } catch (thrown) {
    if (!isGone(thrown)) throw thrown;
  }
}

/** From now on this process makes files and folders that only their owner may use. */
export function makeFilesPrivate(): void {
  process.umask(ofOthers);
}

/** Names of what Parallax keeps in a data folder; whatever else lies there is left as it is. */
const ours = /^(?:database|secret|running\.json|\.s\.PGSQL)/;
/** The mark of a folder in which many users keep their own, such as /tmp. */
const sticky = 0o1000;

/** Closes the folder, and what Parallax keeps in it, to other users of the machine. */
async function closeToOthers(folder: string): Promise<void> {
  try {
    await chmod(folder, 0o700);
    for (const name of await readdir(folder))
      if (ours.test(name)) await makePrivate(join(folder, name));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EPERM') throw thrown;
    console.error(
      `The data folder ${folder} or a file in it belongs to another user, so its mode cannot be changed: see that nobody else can read it.`,
    );
  }
}

async function refuseShared(folder: string): Promise<void> {
  if (folder !== parse(folder).root && ((await stat(folder)).mode & sticky) === 0) return;
  throw new StartProblem(
    `The folder ${folder} is shared with others. Choose a data folder for Parallax alone with PARALLAX_DATA.`,
  );
}

/**
 * The data folder as an absolute path, made where it is not there. It and what Parallax keeps in it
 * are closed to other users, also where they were open before.
 *
 * @throws {StartProblem} Where it cannot be written to, or is a folder that others use too.
 */
export async function openDataFolder(given: string): Promise<string> {
  const folder = resolve(given);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await refuseShared(folder);
    await closeToOthers(folder);
    const probe = join(folder, `.probe-${randomUUID()}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (thrown) {
    if (thrown instanceof StartProblem) throw thrown;
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw thrown;
    throw new StartProblem(
      `The data folder ${folder} cannot be written to (${code}). Choose another with PARALLAX_DATA, or make this one yours.`,
    );
  }
  return folder;
}

/** The secret that signs sessions: the given one, or the data folder's own, made at the first start. */
export async function sessionSecret(folder: string, given: string | null): Promise<string> {
  if (given !== null) return given;
  const path = join(folder, 'secret');
  const mine = `${path}-${randomUUID()}`;
  await writeFile(mine, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    // A link is made whole or not at all: two first starts at once agree on one secret.
    await link(mine, path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
  } finally {
    await rm(mine, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}

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
