import { Client } from 'pg';
import type { Postgres } from '@/tests/harness/postgres';
import { unprivileged } from '@/tests/harness/debian-program';
import { startPostgres } from '@/tests/harness/postgres';
import type { SmallDisk } from '@/tests/harness/small-disk';
import { smallDisk } from '@/tests/harness/small-disk';
import type { ChaosLine } from './chaos-line';
import type { DrilledServer } from './drilled-server';
import type { DrillPlan } from './drill-plan';

/**
 * The database of a drill’s server: a PostgreSQL of the drill, an external one, or (both null) the
 * embedded one. `disk` holds its data; null where none can be mounted, or the database is external.
 */
export type DrillDatabase = {
  url: string | null;
  postgres: Postgres | null;
  disk: SmallDisk | null;
};

/**
 * Something that can be broken as a whole, and how it is repaired; null where it recovers by
 * itself.
 */
export type Breakable = {
  kind: string;
  breakIt(this: void): Promise<void>;
  mend: (() => Promise<void>) | null;
};

/** The database that the plan asks for. */
export async function drillDatabase(plan: DrillPlan): Promise<DrillDatabase> {
  if (!plan.ownPostgres) {
    const disk = plan.databaseUrl === null ? smallDisk(plan.diskMegabytes) : null;
    return { url: plan.databaseUrl, postgres: null, disk };
  }
  const postgres = await startPostgres();
  const disk = smallDisk(plan.diskMegabytes, unprivileged());
  return { url: await postgres.newDatabase('drill', disk?.folder), postgres, disk };
}

/** Fills the disk to its last byte, and frees the space again. */
const fullDisk = (disk: SmallDisk): Breakable => ({
  kind: 'disk full',
  breakIt: async () => disk.fill(0),
  mend: async () => disk.free(),
});

async function endConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await client.end();
}

function databaseFaults(server: DrilledServer, database: DrillDatabase): Breakable[] {
  const { url, postgres, disk } = database;
  const full = disk === null ? [] : [fullDisk(disk)];
  if (url === null) {
    const killDatabase = async () => server.killDatabase();
    const killBoth = async () => {
      server.killDatabase();
      await server.kill();
    };
    const killSpinning = async () => {
      await server.spinDatabase();
      await server.kill();
    };
    return [
      ...full,
      // The server notices by itself, ends the process and starts it again; the drill waits for
      // that.
      {
        kind: 'database hung',
        breakIt: async () => server.stopDatabase(),
        mend: () => server.untilDatabaseReplaced(),
      },
      {
        kind: 'server killed before a database that spins',
        breakIt: killSpinning,
        mend: () => server.startAgain(),
      },
      { kind: 'database killed', breakIt: killDatabase, mend: null },
      { kind: 'server and database killed', breakIt: killBoth, mend: () => server.startAgain() },
    ];
  }
  const connections = {
    kind: 'database connections ended',
    breakIt: () => endConnections(url),
    mend: null,
  };
  if (postgres === null) return [connections];
  const killed = {
    kind: 'database killed',
    breakIt: () => postgres.kill(),
    mend: () => postgres.startAgain(),
  };
  return [...full, connections, killed];
}

/** Everything that can be broken in this drill. */
export function breakables(
  server: DrilledServer,
  line: ChaosLine,
  database: DrillDatabase,
): Breakable[] {
  const mend = async () => line.mend();
  return [
    { kind: 'server killed', breakIt: () => server.kill(), mend: () => server.startAgain() },
    { kind: 'line cut', breakIt: async () => line.breakDown('cut'), mend },
    { kind: 'line silent', breakIt: async () => line.breakDown('silent'), mend },
    ...databaseFaults(server, database),
  ];
}
