import { hash } from 'node:crypto';
import type { Client } from 'pg';
import { ArchiveProblem } from '@/server/process/operator-problem';
import {
  findAppliedMigrations,
  knownMigrations,
  refuseUnknownMigrations,
  tableNamesIn,
} from './applied-migrations';
import type { AddFile } from './archive-writer';
import { writeArchive } from './archive-writer';
import type { DatabaseTable } from './database-tables';
import { inSnapshot, readRows } from './database-tables';
import type { Manifest, ManifestTable } from './manifest';
import {
  TableSummer,
  formatVersion,
  manifestFile,
  secretFile,
  summed,
  tableFile,
} from './manifest';

/** The result of a backup: manifest, size in bytes, and the tables that were left out. */
export type SavedArchive = { manifest: Manifest; bytes: number; leftOut: string[] };

async function* once(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

async function addTable(client: Client, table: DatabaseTable, add: AddFile) {
  const summer = new TableSummer();
  const { name, columns } = table;
  await add(tableFile(name), summed(readRows(client, table), summer));
  return { name, columns, file: tableFile(name), ...summer.result() };
}

/**
 * Writes a snapshot of all tables of Parallax into an archive, with `secret` unless it is null. Tables
 * that no migration of Parallax has created are left out and listed.
 *
 * @throws {ArchiveProblem} If the database is empty or newer than this version.
 */
export async function saveDatabase(
  client: Client,
  path: string,
  given: { root: string; productVersion: string; secret: string | null },
): Promise<SavedArchive> {
  const known = await knownMigrations(given.root);
  const ours = tableNamesIn(known);
  const createdAt = new Date().toISOString();
  return inSnapshot(client, async (all) => {
    const migrations = await findAppliedMigrations(client);
    if (migrations.length === 0)
      throw new ArchiveProblem('The database is empty: there is nothing to back up.');
    refuseUnknownMigrations('The database', migrations, known);
    const { rows } = await client.query<{ name: string; version: string }>(
      `SELECT version() AS name, current_setting('server_version') AS version`,
    );
    const kind = rows[0]?.name.includes('PGlite') ? 'embedded' : 'postgresql';
    const tables: ManifestTable[] = [];
    const manifest: Manifest = {
      format: 'parallax-archive',
      formatVersion,
      productVersion: given.productVersion,
      createdAt,
      database: { kind, version: rows[0]?.version ?? '' },
      migrations,
      tables,
      secret: null,
    };
    const { bytes } = await writeArchive(path, async (add) => {
      for (const table of all.filter(({ name }) => ours.has(name)))
        tables.push(await addTable(client, table, add));
      if (given.secret !== null) {
        await add(secretFile, once(given.secret));
        const size = Buffer.byteLength(given.secret);
        manifest.secret = { file: secretFile, bytes: size, sha256: hash('sha256', given.secret) };
      }
      await add(manifestFile, once(`${JSON.stringify(manifest, null, 2)}\n`));
    });
    const leftOut = all.filter(({ name }) => !ours.has(name)).map(({ name }) => name);
    return { manifest, bytes, leftOut };
  });
}
