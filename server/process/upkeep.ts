import { statfs } from 'node:fs/promises';
import { Client } from 'pg';
import { log, logOnceAMinute } from '@/lib/access/log';
import { forgetOldEvents } from '@/lib/access/security-events';
import { removeOldSessions } from '@/lib/access/sessions';
import { noteStorage, storageState } from '@/lib/access/storage-state';
import type { OpenDatabase } from '@/server/embedded-postgres/open-database';

/** Milliseconds from the start to the first vacuum, and between two. */
const [firstVacuum, laterVacuums] = [60_000, 60 * 60_000];

/** Runs VACUUM and ANALYZE: removes old row versions and renews the statistics of the query planner. */
export async function tidyDatabase(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  // If the connection is lost, the query fails.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/**
 * Vacuums the embedded database, which has no autovacuum, a minute after the start and every hour.
 * Returns a function that ends it.
 */
export function startUpkeep({
  databaseUrl,
  allowLong,
}: Pick<OpenDatabase, 'databaseUrl' | 'allowLong'>): () => void {
  let timer = setTimeout(begin, firstVacuum);
  // Vacuuming writes to the log of the database, which would take the remaining space.
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

/**
 * Deletes old security events and ended sessions, 90 seconds after the start and every six hours.
 * Returns a function that ends it.
 */
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

/** How often the free space is checked, in milliseconds. */
const spaceInterval = 1_000;
const megabyte = 2 ** 20;

/** The free space on a folder's disk for an unprivileged user, in megabytes (2^20 bytes). */
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
 * Watches the free space of the data folder and notes whether it is below `least` megabytes: PostgreSQL
 * panics if its log cannot grow, so changes must be refused before. Awaits the first check; returns a
 * function that ends it.
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
          `The free space of ${folder} cannot be determined: ${why}`,
        );
      })
      .finally(() => (isLooking = false));
  }, spaceInterval).unref();
  return () => clearInterval(timer);
}
