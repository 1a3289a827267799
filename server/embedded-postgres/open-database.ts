import { noteStorage } from '@/lib/access/storage-state';
import { startEmbeddedDatabase } from './embedded-database';

/** The database that the server works with. */
export type OpenDatabase = {
  databaseUrl: string;
  /** Whether it is ours to look after. It then comes back by itself when it has gone. */
  isEmbedded: boolean;
  /** The embedded database's process, as long as there is one. */
  pid(): number | null;
  /** Does work whose statements may take minutes each; the embedded database is else taken for hung. */
  allowLong<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Lets it go; the embedded one ends. */
  stop(): Promise<void>;
};

/**
 * The PostgreSQL that is given, or else the embedded one of the data folder, started. While that is
 * away, requests are refused at once.
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
