import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readFile,
  readdir,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { z } from 'zod';
import { StartProblem } from './operator-problem';

/** The permission bits of group and others. */
const ofOthers = 0o077;

const isGone = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * Removes all permissions of group and others on a file, or on a folder and its content. Symbolic links
 * are neither followed nor changed; files that disappear meanwhile are skipped.
 *
 * @throws {Error} EPERM if something is accessible to others and belongs to another user.
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

/** Sets the umask, so that new files and folders are accessible to their owner only. */
export function makeFilesPrivate(): void {
  process.umask(ofOthers);
}

/** The names of Parallax's files in a data folder; others are not touched. */
const ours = /^(?:database|secret|running\.json|\.s\.PGSQL)/;
/** The sticky bit of a folder that many users share, such as /tmp. */
const sticky = 0o1000;

/** Makes the folder, and Parallax's files in it, inaccessible to other users of the machine. */
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
 * The absolute path of the data folder, which is created if needed. It and Parallax's files in it are
 * made inaccessible to other users.
 *
 * @throws {StartProblem} If it cannot be written to, or is shared with other users.
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

/** The secret that signs sessions: the given one, or the data folder's, created at the first start. */
export async function sessionSecret(folder: string, given: string | null): Promise<string> {
  if (given !== null) return given;
  const path = join(folder, 'secret');
  const mine = `${path}-${randomUUID()}`;
  await writeFile(mine, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    // Creating a link is atomic: two concurrent first starts use the same secret.
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

/** A running server: its process, address and embedded database (null if it uses another database). */
type Running = z.infer<typeof running>;

const noteIn = (folder: string): string => join(folder, 'running.json');

/** Notes the running server in the data folder, readable by its owner only. */
export async function noteRunning(folder: string, note: Running): Promise<void> {
  await writeFile(noteIn(folder), JSON.stringify(note), { mode: 0o600 });
}

/** Removes the note of the running server. */
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

/** The server that uses this data folder; null if there is none (a note left by a crash is ignored). */
export async function findRunning(folder: string): Promise<Running | null> {
  const read = readFile(noteIn(folder), 'utf8').then((text): unknown => JSON.parse(text));
  const note = running.safeParse(await read.catch(() => null));
  return note.success && isAlive(note.data.pid) ? note.data : null;
}
