import { findRunning } from '@/server/process/data-folder';
import { ArchiveProblem } from '@/server/process/operator-problem';
import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat, mkdtemp, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '@/server/embedded-postgres/embedded-database';
import { lockFolder } from '@/server/embedded-postgres/folder-lock';

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

/** A copy of an embedded database, opened in a process of its own. */
export type EmbeddedCopy = {
  databaseUrl: string;
  /** For how many milliseconds the server could not write; null where none was at work. */
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

/** Keeps every other client of the embedded database waiting: an open transaction does. */
async function holdServer(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  try {
    await orLost(client.connect());
    await orLost(client.query('BEGIN'));
    await work();
    // Fails where the database ended meanwhile: somebody else may have opened it and written to it.
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
 * Does `work` with a copy of the embedded database of a data folder, as it is at one moment, whether a
 * server is at work with it or not. The copy is made in the folder `beside` and is removed again. The
 * database has one session, so a long transaction in it would keep everybody waiting; copying files
 * keeps them waiting for as long as it takes to copy what has changed within seconds. `isLocked` says
 * that the caller holds the lock of the folder.
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
