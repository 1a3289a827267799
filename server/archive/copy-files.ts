import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Two writes within one tick of the clock leave one time of change, so what is so new is copied again. */
const newlyChanged = 2_000;

type Seen = Map<string, string>;

async function namesIn(folder: string): Promise<{ folders: string[]; files: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = (isOne: (entry: (typeof entries)[number]) => boolean) =>
    entries
      .filter(isOne)
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  return {
    folders: paths((entry) => entry.isDirectory()).sort(),
    files: paths((entry) => entry.isFile()),
  };
}

/** Copies what is not, as it is now, in `seen`; what goes meanwhile is passed over. */
async function copyChanged(from: string, to: string, seen: Seen): Promise<void> {
  const begun = Date.now();
  const { folders, files } = await namesIn(from);
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of folders) await mkdir(join(to, name), { recursive: true, mode: 0o700 });
  for (const name of files)
    try {
      const { size, mtimeNs, mtimeMs, ino } = await stat(join(from, name), { bigint: true });
      const state = `${size} ${mtimeNs} ${ino}`;
      if (seen.get(name) === state) continue;
      await copyFile(join(from, name), join(to, name), constants.COPYFILE_FICLONE);
      if (Number(mtimeMs) < begun - newlyChanged) seen.set(name, state);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
    }
  const there = new Set(files);
  for (const name of (await namesIn(to)).files)
    if (!there.has(name)) await rm(join(to, name), { force: true });
}

/**
 * Copies a folder as it is at one moment. Most of it is copied while others write to it; then, while
 * `whileStill` keeps them from it, what they have changed since. Answers for how many milliseconds
 * they were kept from it.
 */
export async function copyFilesAsOfOneMoment(
  from: string,
  to: string,
  whileStill: (work: () => Promise<void>) => Promise<void>,
): Promise<number> {
  const seen: Seen = new Map();
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyChanged(from, to, seen);
  let heldFor = 0;
  await whileStill(async () => {
    const begun = performance.now();
    await copyChanged(from, to, seen);
    heldFor = performance.now() - begun;
  });
  return heldFor;
}

/** The bytes of all files of a folder. */
export async function folderBytes(folder: string): Promise<number> {
  let sum = 0;
  for (const name of (await namesIn(folder)).files)
    sum += await stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    );
  return sum;
}
