import { hash } from 'node:crypto';
import type { Client } from 'pg';
import { migrationList } from '@/server/migrations/schema-engine';
import { ArchiveProblem } from '@/server/process/operator-problem';

/** A migration: its name and the SHA-256 of its SQL, as in `_prisma_migrations`. */
type AppliedMigration = { name: string; checksum: string };

/** A migration of this version of Parallax. */
type KnownMigration = AppliedMigration & { sql: string };

/** The migrations of this version of Parallax, in order. */
export async function knownMigrations(root: string): Promise<KnownMigration[]> {
  const { migrationDirectories } = await migrationList(root);
  return migrationDirectories.map(({ path, migrationFile: { content } }) => {
    if (content.tag !== 'ok') throw new Error(`The migration ${path} cannot be read.`);
    return { name: path, checksum: hash('sha256', content.value), sql: content.value };
  });
}

/** The migrations applied to the database; empty if it has no migrations table. */
export async function findAppliedMigrations(client: Client): Promise<AppliedMigration[]> {
  const { rows: found } = await client.query<{ name: string | null }>(
    `SELECT to_regclass(quote_ident(current_schema()) || '._prisma_migrations')::text AS name`,
  );
  if (!found[0]?.name) return [];
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY 1`,
  );
  return rows;
}

/**
 * @throws {ArchiveProblem} If `what` has a migration that this version does not have, or that differs.
 */
export function refuseUnknownMigrations(
  what: string,
  applied: readonly AppliedMigration[],
  known: readonly KnownMigration[],
): void {
  const strange = applied.find(
    ({ name, checksum }) => known.find((one) => one.name === name)?.checksum !== checksum,
  );
  if (strange !== undefined)
    throw new ArchiveProblem(
      `${what} has the migration ${strange.name}, which this Parallax does not know: use the newer Parallax that it comes from. Nothing was changed.`,
    );
}

const named = /(?:CREATE TABLE (?:IF NOT EXISTS )?|RENAME TO )"([^"]+)"/g;

/** Every table name in these migrations, renamed ones (and some other renamed objects) included. */
export const tableNamesIn = (migrations: readonly KnownMigration[]): Set<string> =>
  new Set(migrations.flatMap(({ sql }) => [...sql.matchAll(named)].map(([, name = '']) => name)));
