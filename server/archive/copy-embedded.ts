import { existsSync } from 'node:fs';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '@/server/embedded-postgres/embedded-database';
import { lockFolder } from '@/server/embedded-postgres/folder-lock';
import { findRunning } from '../running';
import { ArchiveProblem } from './archive-problem';
import { copyFilesAsOfOneMoment, folderBytes } from './copy-files';

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
