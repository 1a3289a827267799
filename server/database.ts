import { startEmbeddedDatabase } from './embedded-database';

/** The database that the server works with. */
export type OpenDatabase = {
  databaseUrl: string;
  /** Whether it is ours to look after. It then comes back by itself when it has gone. */
  isEmbedded: boolean;
  /** The embedded database's process, as long as there is one. */
  pid(): number | null;
  /** Lets it go; the embedded one ends. */
  stop(): Promise<void>;
};

/** The PostgreSQL that is given, or else the embedded one of the data folder, started. */
export async function openDatabase(given: {
  databaseUrl: string | null;
  dataFolder: string;
}): Promise<OpenDatabase> {
  if (given.databaseUrl !== null)
    return {
      databaseUrl: given.databaseUrl,
      isEmbedded: false,
      pid: () => null,
      stop: async () => undefined,
    };
  const { databaseUrl, pid, stop } = await startEmbeddedDatabase(given.dataFolder);
  return { databaseUrl, isEmbedded: true, pid, stop };
}
