import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ArchiveProblem } from '@/server/process/operator-problem';
import type { Archive } from './archive-reader';
import type { ManifestTable } from './manifest';
import { sumOf } from './manifest';

/** A table of the database, and by how many blocks (`step`) one statement reads it. */
export type DatabaseTable = { name: string; columns: string[]; blocks: number; step: number };

/** Approximate number of bytes of a table that one statement reads. */
const pieceBytes = 4 * 1024 * 1024;

const listing = `
  SELECT c.relname::text AS name,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum) AS columns,
    pg_relation_size(c.oid)::float8 AS heap, pg_table_size(c.oid)::float8 AS size,
    current_setting('block_size')::int AS block
  FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    AND c.relname <> '_prisma_migrations'
  ORDER BY 1`;

/** A quoted SQL identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The columns of a table as an SQL list. */
export const columnList = (columns: readonly string[]): string => columns.map(quoted).join(', ');

/** Every table of the schema, ordered by name, except the migrations table. */
export async function listTables(client: Client): Promise<DatabaseTable[]> {
  type Row = { name: string; columns: string[]; heap: number; size: number; block: number };
  const { rows } = await client.query<Row>(listing);
  return rows.map(({ name, columns, heap, size, block }) => {
    const blocks = Math.ceil(heap / block);
    // Long values are stored out of line (TOAST) and come with the rows of a block.
    const bytesOfBlock = blocks === 0 ? block : size / blocks;
    return { name, columns, blocks, step: Math.max(1, Math.floor(pieceBytes / bytesOfBlock)) };
  });
}

/**
 * The rows of a table in the text format of COPY, in a transaction with a snapshot. Reads ranges of
 * blocks, since the embedded database holds the whole answer to a statement in memory.
 */
export async function* readRows(client: Client, table: DatabaseTable): AsyncGenerator<Buffer> {
  const { name, columns, blocks, step } = table;
  for (let from = 0; from < blocks; from += step) {
    const range = `ctid >= '(${from},0)' AND ctid < '(${from + step},0)'`;
    const rows = `SELECT ${columnList(columns)} FROM ${quoted(name)} WHERE ${range}`;
    for await (const chunk of client.query(copyTo(`COPY (${rows}) TO STDOUT`)))
      yield chunk as Buffer;
  }
}

/** Settings for portable output, and without timeouts that would end a long transaction. */
const settings = {
  timezone: 'UTC',
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  // Fails instead of omitting rows that a policy hides.
  row_security: 'off',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  transaction_timeout: '0',
};

/** Sets what reading and loading tables need, for the current transaction. */
export async function setForCopy(client: Client): Promise<void> {
  const given = JSON.stringify(settings);
  await client.query(
    `SELECT set_config(key, value, true) FROM json_each_text($1)
     WHERE key IN (SELECT lower(name) FROM pg_settings)`,
    [given],
  );
}

/** Runs `work` in a read-only transaction with one snapshot of the database. */
export async function inSnapshot<Result>(
  client: Client,
  work: (tables: DatabaseTable[]) => Promise<Result>,
): Promise<Result> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await setForCopy(client);
    const tables = await listTables(client);
    // Prevents changes of the schema meanwhile, but no writes to the rows.
    for (const { name } of tables)
      await client.query(`LOCK TABLE ${quoted(name)} IN ACCESS SHARE MODE`);
    return await work(tables);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
}

/** The database into which tables are loaded, inside one transaction. */
type LoadTarget = {
  query<Row>(sql: string): Promise<Row[]>;
  /** Adds rows in the text format of COPY. */
  copyIn(table: ManifestTable, rows: AsyncIterable<Buffer>): Promise<void>;
};

type ForeignKey = { name: string; table: string; definition: string };

const foreignKeys = `
  SELECT conname::text AS name, conrelid::regclass::text AS "table",
    pg_get_constraintdef(oid) AS definition
  FROM pg_constraint
  WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 2, 1`;

/**
 * Loads every table of the archive. Foreign keys are dropped before and created again afterwards, which
 * checks every row: tables may refer to each other in any order, and no superuser is needed.
 */
export async function loadTables(target: LoadTarget, archive: Archive): Promise<void> {
  const keys = await target.query<ForeignKey>(foreignKeys);
  for (const { table, name } of keys)
    await target.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  for (const table of archive.manifest.tables) await target.copyIn(table, archive.read(table.file));
  for (const { table, name, definition } of keys)
    await target.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
}

function differs(expected: ManifestTable, rows: number, rowsDigest: string): string | null {
  if (rows !== expected.rows)
    return `${expected.name} has ${rows} rows in place of ${expected.rows}`;
  return rowsDigest === expected.rowsDigest ? null : `${expected.name} has other contents`;
}

/**
 * Reads the tables again and compares the number and the digest of their rows with the archive's.
 *
 * @throws {ArchiveProblem} If one differs.
 */
async function compareTables(
  client: Client,
  archive: Archive,
  tables: DatabaseTable[],
): Promise<void> {
  for (const expected of archive.manifest.tables) {
    const table = tables.find(({ name }) => name === expected.name);
    if (table === undefined) throw new ArchiveProblem(`There is no table ${expected.name}.`);
    const { rows, rowsDigest } = await sumOf(
      readRows(client, { ...table, columns: expected.columns }),
    );
    const difference = differs(expected, rows, rowsDigest);
    if (difference !== null)
      throw new ArchiveProblem(
        `What was loaded is not what the backup holds: ${difference}. It was taken back.`,
      );
  }
}

/** Like `compareTables`, in a transaction of its own. */
export const compareInSnapshot = (client: Client, archive: Archive): Promise<void> =>
  inSnapshot(client, (tables) => compareTables(client, archive, tables));

/** Like `compareTables`, in the current transaction. */
export const compareHere = async (client: Client, archive: Archive): Promise<void> =>
  compareTables(client, archive, await listTables(client));
