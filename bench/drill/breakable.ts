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
 * What a drill's server keeps its data in: an own PostgreSQL, another's, or (both null) the embedded
 * one. `disk` is where its data are alone; null where none may be mounted, or it is another's.
 */
export type DrillDatabase = {
  url: string | null;
  postgres: Postgres | null;
  disk: SmallDisk | null;
};

/** Something that can be broken as a whole, and how it is mended; null where it comes back by itself. */
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

/** Fills the disk to its last byte, and gives the room back. */
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
      // The server finds out by itself, ends it and starts it again; that is waited for.
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

/** All that can be broken in this drill. */
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
