import type { Client } from 'pg';
import type { Archive } from './archive-reader';
import { ArchiveProblem } from './archive-problem';
import { inSnapshot, listTables, quoted, readRows } from './database-tables';
import type { DatabaseTable } from './database-tables';
import type { ManifestTable } from './manifest';
import { sumOf } from './table-sum';

/** What loading needs of a database, inside one transaction. */
export type LoadTarget = {
  query<Row>(sql: string): Promise<Row[]>;
  /** Adds rows, in the text format of COPY. */
  copyIn(table: ManifestTable, rows: AsyncIterable<Buffer>): Promise<void>;
};

type ForeignKey = { name: string; table: string; definition: string };

const foreignKeys = `
  SELECT conname::text AS name, conrelid::regclass::text AS "table",
    pg_get_constraintdef(oid) AS definition
  FROM pg_constraint
  WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 2, 1`;

/**
 * Loads every table of the archive. Foreign keys are dropped before and made again after, which checks
 * every row: tables may refer to each other in any order, and no superuser is needed.
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
 * Reads the tables again and compares the count and the digest of their rows with the archive’s.
 *
 * @throws {ArchiveProblem} Where one differs.
 */
export async function compareTables(
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

/** Compares as `compareTables` does, in a transaction of its own. */
export const compareInSnapshot = (client: Client, archive: Archive): Promise<void> =>
  inSnapshot(client, (tables) => compareTables(client, archive, tables));

/** Compares as `compareTables` does, in the transaction under way. */
export const compareHere = async (client: Client, archive: Archive): Promise<void> =>
  compareTables(client, archive, await listTables(client));
