import { noteStorage } from '@/lib/access/storage-state';
import { startEmbeddedDatabase } from './embedded-database';

/** The open database of the server. */
export type OpenDatabase = {
  databaseUrl: string;
  /** Whether it is the embedded database, which is maintained and restarted here. */
  isEmbedded: boolean;
  /** The process id of the embedded database; null if there is none. */
  pid(): number | null;
  /** Runs work whose statements may take minutes each, without the embedded database counting as hung. */
  allowLong<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Ends the embedded database; does nothing for another. */
  stop(): Promise<void>;
};

/**
 * Opens the given PostgreSQL, or else starts the embedded database of the data folder. While that is
 * unavailable, requests are refused at once (see `noteStorage`).
 */
export async function openDatabase(given: {
  databaseUrl: string | null;
  dataFolder: string;
}): Promise<OpenDatabase> {
  if (given.databaseUrl !== null)
    return {
      databaseUrl: given.databaseUrl,
      isEmbedded: false,
      pid: () => null,
      allowLong: (work) => work(),
      stop: async () => undefined,
    };
  const { databaseUrl, pid, allowLong, stop } = await startEmbeddedDatabase(given.dataFolder, {
    onAnswering: (isAnswering) => noteStorage({ isDatabaseAway: !isAnswering }),
  });
  return { databaseUrl, isEmbedded: true, pid, allowLong, stop };
}
