import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

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
