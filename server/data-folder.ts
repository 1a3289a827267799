import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StartProblem } from './start-problem';

/** The data folder as an absolute path, made (for its owner only) where it is not there. */
export async function openDataFolder(given: string): Promise<string> {
  const folder = resolve(given);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, `.probe-${randomUUID()}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
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
