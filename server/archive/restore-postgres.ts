import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { connect, migrate } from '@/server/migrations/migrate';
import { ArchiveProblem } from '@/server/process/operator-problem';
import { findAppliedMigrations } from './applied-migrations';
import type { Archive } from './archive-reader';
import {
  columnList,
  compareHere,
  listTables,
  loadTables,
  quoted,
  setForCopy,
} from './database-tables';

async function hasRows(client: Client): Promise<string | null> {
  for (const { name } of await listTables(client)) {
    const { rows } = await client.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM ${quoted(name)}) AS found`,
    );
    if (rows[0]?.found) return name;
  }
  return null;
}

/** Why the database is not empty; null if it is. */
async function whyNotEmpty(client: Client, archive: Archive): Promise<string | null> {
  const applied = await findAppliedMigrations(client);
  const tables = await listTables(client);
  if (applied.length === 0 && tables.length === 0) return null;
  const full = await hasRows(client);
  if (full !== null) return `its table ${full} has rows`;
  // An interrupted restore leaves migrated tables without rows.
  const names = new Set(archive.manifest.migrations.map(({ name }) => name));
  const isOurs = applied.length > 0 && applied.every(({ name }) => names.has(name));
  return isOurs ? null : 'it has tables that the backup does not know';
}

async function refuseOthers(client: Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND backend_type = 'client backend'`,
  );
  const others = rows[0]?.others ?? 0;
  if (others > 0)
    throw new ArchiveProblem(
      `The database has ${others} other connections. Stop every Parallax (and pooler) that uses it before it is replaced. Nothing was changed.`,
    );
}

const moving = (from: string, to: string) => `DO $$
  DECLARE one record;
  BEGIN
    FOR one IN SELECT oid::regclass AS name FROM pg_class
      WHERE relnamespace = ${literal(from)}::regnamespace AND relkind = 'r'
    LOOP EXECUTE format('ALTER TABLE %s SET SCHEMA %I', one.name, ${literal(to)}); END LOOP;
    FOR one IN SELECT oid::regtype AS name FROM pg_type
      WHERE typnamespace = ${literal(from)}::regnamespace AND typtype = 'e'
    LOOP EXECUTE format('ALTER TYPE %s SET SCHEMA %I', one.name, ${literal(to)}); END LOOP;
  END $$`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function schemaOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_schema()::text AS name');
  return rows[0]?.name ?? 'public';
}

/** Moves tables and types into a new schema; returns its name. */
async function moveAside(client: Client): Promise<string> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const beside = `parallax_before_${stamp}`;
  await client.query('BEGIN');
  try {
    const schema = await schemaOf(client);
    await client.query(`CREATE SCHEMA ${quoted(beside)}`);
    await client.query(moving(schema, beside));
    await client.query('COMMIT');
  } catch (thrown) {
    await client.query('ROLLBACK');
    throw thrown;
  }
  return beside;
}

/** Drops what the restore has created and moves the earlier tables and types back. */
async function moveBack(client: Client, beside: string): Promise<void> {
  const schema = await schemaOf(client);
  const begun = `${beside}_begun`;
  await client.query('BEGIN');
  await client.query(`CREATE SCHEMA ${quoted(begun)}`);
  await client.query(moving(schema, begun));
  await client.query(`DROP SCHEMA ${quoted(begun)} CASCADE`);
  await client.query(moving(beside, schema));
  await client.query(`DROP SCHEMA ${quoted(beside)}`);
  await client.query('COMMIT');
}

async function load(client: Client, archive: Archive): Promise<void> {
  await client.query('BEGIN');
  try {
    await setForCopy(client);
    await loadTables(
      {
        query: async <Row>(sql: string) => (await client.query(sql)).rows as Row[],
        async copyIn({ name, columns }, rows) {
          const sql = `COPY ${quoted(name)} (${columnList(columns)}) FROM STDIN`;
          await pipeline(Readable.from(rows, { objectMode: false }), client.query(copyFrom(sql)));
        },
      },
      archive,
    );
    await compareHere(client, archive);
    await client.query('COMMIT');
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw thrown;
  }
}

/**
 * Restores an archive into a PostgreSQL database. One with rows or other tables is refused unless
 * `replace`, which moves them into a new schema; returns where they are.
 *
 * @throws {ArchiveProblem} If it is refused, or if the result differs from the archive; the database
 *   then has no new rows.
 */
export async function restorePostgres(
  databaseUrl: string,
  archive: Archive,
  { replace, root }: { replace: boolean; root: string },
): Promise<string[]> {
  const client = await connect(databaseUrl);
  let beside: string | null = null;
  try {
    const why = await whyNotEmpty(client, archive);
    if (why !== null && !replace)
      throw new ArchiveProblem(
        `The database is not empty: ${why}. Name an empty one, or add --replace, which keeps what is there in a schema of its own. Nothing was changed.`,
      );
    if (why !== null) {
      await refuseOthers(client);
      beside = await moveAside(client);
    }
    await migrate(databaseUrl, root, archive.manifest.migrations.at(-1)?.name);
    await load(client, archive);
    await migrate(databaseUrl, root);
    return beside === null ? [] : [`the schema ${beside}`];
  } catch (thrown) {
    if (beside !== null) await moveBack(client, beside);
    throw thrown;
  } finally {
    await client.end();
  }
}
