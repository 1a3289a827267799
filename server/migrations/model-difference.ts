import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { servePostgres } from '@/server/embedded-postgres/postgres-socket';
import { migrationList, schemaEngine } from './schema-engine';

const noFilters = { externalTables: [], externalEnums: [] };

/** Runs `work` with an empty database in memory. */
async function withScratch<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'parallax-'));
  const database = await PGlite.create();
  const socket = await servePostgres(database, join(directory, '.s.PGSQL.5432'));
  try {
    return await work(
      `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(directory)}`,
    );
  } finally {
    await socket.close();
    await database.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * The SQL that leads from the project's migrations to the data model; null if they agree. `model` is a
 * data model in place of prisma/schema.prisma.
 */
export async function modelDifference(root: string, model?: string): Promise<string | null> {
  const path = 'schema.prisma';
  const content = model ?? (await readFile(join(root, 'prisma', path), 'utf8'));
  const list = await migrationList(root);
  const { stdout } = await withScratch(async (url) => {
    const engine = await schemaEngine(root, url, url);
    return engine.diff({
      from: { tag: 'migrations', ...list },
      to: { tag: 'schemaDatamodel', files: [{ path, content }] },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
  });
  const sql = (stdout ?? '').trim();
  return sql === '' || sql === '-- This is an empty migration.' ? null : sql;
}
