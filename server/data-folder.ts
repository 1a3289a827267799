import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { makePrivate } from './private-files';
import { StartProblem } from './start-problem';

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
