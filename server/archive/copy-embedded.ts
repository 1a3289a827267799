import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '@/server/embedded-postgres/embedded-database';
import { lockFolder } from '@/server/embedded-postgres/folder-lock';
import { findRunning } from '@/server/process/data-folder';
import { ArchiveProblem } from '@/server/process/operator-problem';

/**
 * In milliseconds. Two writes within one tick of the file system's clock have the same modification time,
 * so files changed this recently are copied again.
 */
const newlyChanged = 2_000;

/** Copied files with their size, modification time and inode at the time of copying. */
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

/** Copies the files whose state is not in `seen`, and removes deleted ones; skips files that disappear. */
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
 * Makes a consistent copy of a folder. Most of it is copied while others write to it; then, while
 * `whileStill` blocks writers, what has changed since. Returns for how many milliseconds they were
 * blocked.
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

/** The total size of all files in a folder, in bytes. */
export async function folderBytes(folder: string): Promise<number> {
  let sum = 0;
  for (const name of (await namesIn(folder)).files)
    sum += await stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    );
  return sum;
}

/** A copy of an embedded database, open in a separate process. */
type EmbeddedCopy = {
  databaseUrl: string;
  /** For how many milliseconds the server could not write; null if no server was running. */
  heldFor: number | null;
};

const spare = 64 * 1024 * 1024;
const lost =
  'The server’s database could not be reached, or was lost while its files were copied. Nothing was changed. Try again.';

async function refuseWithoutSpace(database: string, beside: string): Promise<void> {
  const needed = 2 * (await folderBytes(database)) + spare;
  const { bavail, bsize } = await statfs(beside);
  if (bavail * bsize < needed)
    throw new ArchiveProblem(
      `There is not enough room in ${beside}: about ${Math.ceil(needed / 1e6)} MB are needed for a while. Nothing was changed.`,
    );
}

const orLost = (asked: Promise<unknown>): Promise<unknown> =>
  asked.catch(() => {
    throw new ArchiveProblem(lost);
  });

/** Blocks every other client of the embedded database by an open transaction while `work` runs. */
async function holdServer(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  try {
    await orLost(client.connect());
    await orLost(client.query('BEGIN'));
    await work();
    // Fails if the database ended meanwhile: another process may have opened it and written to it.
    await orLost(client.query('COMMIT'));
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function copyStill(folder: string, to: string, isLocked: boolean): Promise<number | null> {
  const from = join(folder, 'database');
  const release = isLocked ? async () => undefined : await lockFolder(folder);
  if (release !== null)
    try {
      await copyFilesAsOfOneMoment(from, to, (work) => work());
      return null;
    } finally {
      await release();
    }
  const url = (await findRunning(folder))?.databaseUrl ?? null;
  if (url === null)
    throw new ArchiveProblem(
      `Another Parallax is using the data folder ${folder} and does not serve yet. Try again in a moment. Nothing was changed.`,
    );
  return copyFilesAsOfOneMoment(from, to, (work) => holdServer(url, work));
}

/**
 * Runs `work` on a consistent copy of the embedded database of a data folder, whether a server is using
 * it or not. The copy is made in the folder `beside` and removed afterwards. The database has one
 * session, so a long transaction would block every client; copying files blocks them only while the
 * changes of the last seconds are copied. `isLocked`: the caller holds the lock of the folder.
 */
export async function withEmbeddedCopy<Result>(
  folder: string,
  { beside, isLocked = false }: { beside: string; isLocked?: boolean },
  work: (copy: EmbeddedCopy) => Promise<Result>,
): Promise<Result> {
  const database = join(folder, 'database');
  if (!existsSync(database))
    throw new ArchiveProblem(
      `There is no database in ${folder}. See that PARALLAX_DATA (or DATABASE_URL) is what the server has.`,
    );
  await refuseWithoutSpace(database, beside);
  const directory = await mkdtemp(join(beside, '.parallax-copy-'));
  try {
    const heldFor = await copyStill(folder, join(directory, 'database'), isLocked);
    const copy = await startEmbeddedDatabase(directory);
    try {
      return await work({ databaseUrl: copy.databaseUrl, heldFor });
    } finally {
      await copy.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
