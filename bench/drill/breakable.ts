import { Client } from 'pg';
import type { Postgres } from '@/tests/harness/postgres';
import { startPostgres } from '@/tests/harness/postgres';
import type { ChaosLine } from './chaos-line';
import type { DrilledServer } from './drilled-server';
import type { DrillPlan } from './drill-plan';

/** What a drill's server keeps its data in: an own PostgreSQL, another's, or (both null) the embedded one. */
export type DrillDatabase = { url: string | null; postgres: Postgres | null };

/** Something that can be broken as a whole, and how it is mended; null where it comes back by itself. */
export type Breakable = {
  kind: string;
  breakIt(this: void): Promise<void>;
  mend: (() => Promise<void>) | null;
};

/** The database that the plan asks for. */
export async function drillDatabase(plan: DrillPlan): Promise<DrillDatabase> {
  if (!plan.ownPostgres) return { url: plan.databaseUrl, postgres: null };
  const postgres = await startPostgres();
  return { url: await postgres.newDatabase('drill'), postgres };
}

async function endConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await client.end();
}

function databaseFaults(server: DrilledServer, { url, postgres }: DrillDatabase): Breakable[] {
  if (url === null) {
    const killDatabase = async () => server.killDatabase();
    const killBoth = async () => {
      server.killDatabase();
      await server.kill();
    };
    return [
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
  return [connections, killed];
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
