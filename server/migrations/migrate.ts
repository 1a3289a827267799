import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Client } from 'pg';
import { StartProblem } from '@/server/process/operator-problem';
import { migrationList, schemaEngine } from './schema-engine';

/** The key of the advisory lock under which one process migrates. */
const lock = 7_521_904_118;
/** The minimum `server_version_num`. */
const minVersion = 140_000;
const noFilters = { externalTables: [], externalEnums: [] };
/** The pause before trying the lock again, in milliseconds. */
const pause = 250;
// A timeout of the server's must not end the lock before a long migration has ended.
const begin = `BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

type Applied = { name: string; isFinished: boolean };

/**
 * Connects to the database.
 *
 * @throws {StartProblem} If it cannot be reached.
 */
export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // If the connection is lost, the current query fails.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message || 'no answer' : String(thrown);
    throw new StartProblem(
      `The database cannot be reached (${why}). See that it runs, and that DATABASE_URL names it.`,
    );
  }
}

/**
 * Whether it is the embedded database, which has one session.
 *
 * @throws {StartProblem} If the database is too old or read-only.
 */
async function isEmbedded(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string; number: string; standby: boolean }>(
    `SELECT version() AS name, current_setting('server_version_num') AS number,
       pg_is_in_recovery() AS standby`,
  );
  if (Number(rows[0]?.number) < minVersion)
    throw new StartProblem('The database is older than PostgreSQL 14. Please use 14 or later.');
  if (rows[0]?.standby)
    throw new StartProblem(
      'The database is a standby, which can only be read. Let DATABASE_URL name the primary.',
    );
  return rows[0]?.name.includes('PGlite') ?? false;
}

/**
 * Begins a transaction with the migration lock. Waits outside of a transaction, so that in a small pool
 * enough connections are left for the migrating process.
 */
async function beginAlone(client: pg.Client): Promise<void> {
  for (;;) {
    await client.query(begin);
    const asked = 'SELECT pg_try_advisory_xact_lock($1) AS mine';
    const { rows } = await client.query<{ mine: boolean }>(asked, [lock]);
    if (rows[0]?.mine) return;
    await client.query('ROLLBACK');
    await wait(pause);
  }
}

/**
 * Runs `work` while no other process migrates. The lock belongs to a transaction: between transactions,
 * a pooler such as pgbouncer gives the session and its locks to other clients.
 */
async function alone(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await beginAlone(client);
  try {
    await work();
  } finally {
    // Commits the notes of the work also after a failed migration.
    await client.query('COMMIT').catch(() => undefined);
  }
}

async function findApplied(client: pg.Client): Promise<Applied[]> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`);
  if (table.rows[0].name === null) return [];
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished"
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

function refuseStrange(applied: Applied[], known: string[]): void {
  const strange = applied.find(({ name }) => !known.includes(name));
  if (strange)
    throw new StartProblem(
      `The database has the migration ${strange.name}, which this Parallax does not know: it was used with a newer one. Nothing was changed. Start that one, or restore an older copy of the database.`,
    );
  const broken = applied.find(({ isFinished }) => !isFinished);
  if (broken)
    throw new StartProblem(
      `The migration ${broken.name} was begun once and did not come to its end. Nothing was changed now. Restore a copy of the database from before it.`,
    );
}

async function applyMissing(
  client: pg.Client,
  databaseUrl: string,
  root: string,
  last: string | undefined,
): Promise<void> {
  const all = await migrationList(root);
  const isWanted = ({ path }: { path: string }) => last === undefined || path <= last;
  const list = { ...all, migrationDirectories: all.migrationDirectories.filter(isWanted) };
  const known = list.migrationDirectories.map(({ path }) => path);
  const applied = await findApplied(client);
  refuseStrange(applied, known);
  if (applied.length === known.length) return;
  const engine = await schemaEngine(root, databaseUrl);
  try {
    await engine.applyMigrations({ migrationsList: list, filters: noFilters });
  } catch (thrown) {
    throw await migrationProblem(client, thrown);
  } finally {
    engine.free();
  }
}

/**
 * Applies the missing migrations, one process at a time, also through a pooler. If there are none, the
 * schema engine is not loaded.
 *
 * @param last - the name of the last migration to apply; all by default
 * @throws {StartProblem} If the database cannot be used or migrated.
 */
export async function migrate(
  databaseUrl: string,
  root = process.cwd(),
  last?: string,
): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    const work = () => applyMissing(client, databaseUrl, root, last);
    // An open transaction would keep the embedded database's one session from the engine.
    await ((await isEmbedded(client)) ? work() : alone(client, work));
  } finally {
    await client.end();
  }
}

async function migrationProblem(client: pg.Client, thrown: unknown): Promise<StartProblem> {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  const { rows } = await client.query<{ name: string }>(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE finished_at IS NULL AND rolled_back_at IS NULL RETURNING migration_name AS name`,
  );
  const name = rows[0]?.name ?? 'that was to be applied';
  return new StartProblem(
    `The migration ${name} failed and was rolled back. The error of the database: ${why}`,
  );
}

/** Runs `work` with a connection to the database, which is closed afterwards. */
export async function withConnection<Result>(
  databaseUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = await connect(databaseUrl);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
