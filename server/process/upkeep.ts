import type { OpenDatabase } from '@/server/embedded-postgres/open-database';
import { statfs } from 'node:fs/promises';
import { Client } from 'pg';
import { log, logOnceAMinute } from '@/lib/access/log';
import { forgetOldEvents } from '@/lib/access/security-events';
import { removeOldSessions } from '@/lib/access/sessions';
import { storageState, noteStorage } from '@/lib/access/storage-state';

/** Milliseconds from the start to the first vacuum, and between two. */
const [firstVacuum, laterVacuums] = [60_000, 60 * 60_000];

/** Clears away old versions of rows, and counts anew what the planner of queries goes by. */
export async function tidyDatabase(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  // A database that goes away meanwhile is told by the query.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/**
 * Does for the embedded database, which has no autovacuum, what PostgreSQL does for itself: a minute
 * after the start and every hour. Answers what ends it.
 */
export function startUpkeep({
  databaseUrl,
  allowLong,
}: Pick<OpenDatabase, 'databaseUrl' | 'allowLong'>): () => void {
  let timer = setTimeout(begin, firstVacuum);
  // What is written for it would take the room that is left.
  const tidy = async () =>
    storageState().isSpaceShort ? undefined : allowLong(() => tidyDatabase(databaseUrl));
  function begin(): void {
    tidy()
      .catch((error: unknown) => log.error('The database could not be tidied.', { error }))
      .finally(() => (timer = setTimeout(begin, laterVacuums).unref()));
  }
  timer.unref();
  return () => clearTimeout(timer);
}

/** Milliseconds from the start to the first removal of old rows, and between two. */
const [firstRemoval, laterRemovals] = [90_000, 6 * 60 * 60_000];

/** Removes security events and ended sessions that are too old: soon after the start and four times a day. Answers what ends it. */
export function startEventRetention(): () => void {
  let timer = setTimeout(forget, firstRemoval);
  function forget(): void {
    const now = new Date();
    Promise.all([forgetOldEvents(now), removeOldSessions(now)])
      .catch((error: unknown) =>
        logOnceAMinute(
          'warn',
          'old events',
          'Old security events or sessions could not be removed.',
          { error },
        ),
      )
      .finally(() => (timer = setTimeout(forget, laterRemovals).unref()));
  }
  timer.unref();
  return () => clearTimeout(timer);
}

/** How often is looked, in milliseconds. */
const every = 1_000;
const megabyte = 2 ** 20;

/** The free megabytes (2^20 bytes) of a folder's disk, as any user may have them. */
async function freeMegabytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return (bavail * bsize) / megabyte;
}

async function look(folder: string, least: number): Promise<void> {
  const free = await freeMegabytes(folder);
  const isSpaceShort = free < least;
  if (isSpaceShort)
    logOnceAMinute(
      'error',
      'space-short',
      `The disk of ${folder} has ${Math.floor(free)} MB left and should have ${least}: changes are refused (507) until there is room; reading goes on.`,
    );
  else if (storageState().isSpaceShort)
    log.info(`The disk of ${folder} has room again: changes are taken.`);
  noteStorage({ isSpaceShort });
}

/**
 * Watches the free space of the data folder and notes whether it is short, from the first look, which
 * is awaited, until the returned function is called. PostgreSQL panics where its log finds no room, so
 * changes have to be refused before that.
 */
export async function watchFreeSpace(folder: string, least: number): Promise<() => void> {
  await look(folder, least);
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look(folder, least)
      .catch((thrown: unknown) => {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        logOnceAMinute(
          'error',
          'space-unknown',
          `The free space of ${folder} cannot be told: ${why}`,
        );
      })
      .finally(() => (isLooking = false));
  }, every).unref();
  return () => clearInterval(timer);
}
