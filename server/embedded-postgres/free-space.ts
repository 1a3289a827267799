import { statfs } from 'node:fs/promises';
import { log, logOnceAMinute } from '@/lib/access/log';
import { noteStorage, storageState } from '@/lib/access/storage-state';

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
