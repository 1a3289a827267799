import { hash } from 'node:crypto';
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Acknowledged } from '../builders/annotation-writers';
import { aDifficultLayer, annotationsOf, writeAnnotations } from '../builders/annotation-writers';
import type { Postgres } from '../harness/postgres';
import { startPostgres } from '../harness/postgres';
import { runProgram } from '../harness/run-program';
import type { RunningServer } from '../harness/running-server';
import { anEmptyFolder, startServer } from '../harness/running-server';
import { signIn } from '../harness/session';

const minutes = 60_000;

let postgres: Postgres;
let place: string;
let target: string;
let server: RunningServer;
let layerId: string;
const written: Acknowledged[] = [];

/** Has people write for a while; returns what was acknowledged. */
async function writeSome(count: number, meanwhile: () => Promise<void> = async () => undefined) {
  const writers = writeAnnotations(await signIn(server.address), layerId);
  await writers.until(count);
  written.push(...writers.acknowledged);
  await meanwhile();
  await writers.stop();
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows as Row[];
}

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'parallax-test-'));
  postgres = await startPostgres();
  target = await postgres.newDatabase('target');
  server = await startServer();
  layerId = (await aDifficultLayer(await signIn(server.address))).layerId;
  await writeSome(40);
}, 5 * minutes);
afterAll(async () => {
  await server.stop();
  await postgres.stop();
});

describe('a move from the embedded database to PostgreSQL', () => {
  test('is refused while the server is at work', async () => {
    const vars = { PARALLAX_DATA: server.dataFolder };
    const { code, output } = await runProgram('move', ['--to', target], vars);
    expect(output).toMatch(/is at work with .*Stop it first/);
    expect(code).toBe(1);
    expect(await query(target, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });

  test(
    'takes everything along, compares it, and leaves the old one as it was',
    async () => {
      await server.stop();
      const vars = { PARALLAX_DATA: server.dataFolder };
      const before = await filesOf(join(server.dataFolder, 'database'));
      const withPassword = target.replace('postgres@', 'postgres:hidden-word@');
      const moved = await runProgram('move', ['--to', withPassword], vars);
      expect(moved.output).toMatch(/count and digest are those of the old one/);
      expect(moved.output).toMatch(/^Next: set DATABASE_URL/m);
      expect(moved.output).not.toContain('hidden-word');
      expect(moved.code).toBe(0);
      expect(await filesOf(join(server.dataFolder, 'database'))).toEqual(before);
      expect((await readdir(server.dataFolder)).filter((name) => /^move|copy/.test(name))).toEqual(
        [],
      );
      const again = await runProgram('move', ['--to', target], vars);
      expect(again.output).toMatch(/^The database is not empty: .* Nothing was changed\.$/m);
      expect(again.code).toBe(1);
      const env = { DATABASE_URL: target };
      server = await startServer({ dataFolder: server.dataFolder, withOwner: false, env });
      const found = await annotationsOf(await signIn(server.address), layerId);
      expect(written.map(({ id }) => found.get(id))).toEqual(written);
    },
    2 * minutes,
  );
});

describe('a backup of PostgreSQL', () => {
  let file: string;
  let elsewhere: string;

  test(
    'under writes has all that was acknowledged before, in a database with its foreign keys',
    async () => {
      file = join(place, 'postgres.zip');
      await writeSome(40, async () => {
        const { code, output } = await runProgram('backup', [file], { DATABASE_URL: target });
        expect(output).toMatch(/holds \d+ rows/);
        expect(code).toBe(0);
      });
      elsewhere = await postgres.newDatabase('elsewhere');
      const restored = await runProgram('restore', [file], { DATABASE_URL: elsewhere });
      expect(restored.output).toMatch(/counts and digests are those of the backup/);
      expect(restored.code).toBe(0);
      const keys = `SELECT conname, pg_get_constraintdef(oid) AS is, convalidated
        FROM pg_constraint WHERE contype = 'f' ORDER BY 1`;
      const expected = await query(target, keys);
      expect(expected.length).toBeGreaterThan(40);
      expect(await query(elsewhere, keys)).toEqual(expected);
      const env = { DATABASE_URL: elsewhere };
      const { dataFolder } = server;
      await server.stop();
      server = await startServer({ dataFolder, withOwner: false, env });
      const found = await annotationsOf(await signIn(server.address), layerId);
      expect(written.map(({ id }) => found.get(id))).toEqual(written);
    },
    2 * minutes,
  );

  test(
    'is restored over another only with --replace, and what was there is stored beside it',
    async () => {
      const refused = await runProgram('restore', [file], { DATABASE_URL: target });
      expect(refused.output).toMatch(/^The database is not empty: .*--replace/);
      expect(refused.code).toBe(1);
      const before = await query(target, 'SELECT count(*) FROM "AnnotationEvent"');
      const env = { DATABASE_URL: target };
      const replaced = await runProgram('restore', [file, '--replace'], env);
      const [, schema = ''] = /the schema (parallax_before_\d{14})/.exec(replaced.output) ?? [];
      expect(replaced.code).toBe(0);
      expect(await query(target, `SELECT count(*) FROM ${schema}."AnnotationEvent"`)).toEqual(
        before,
      );
      const count = 'SELECT count(*)::int AS n FROM "AnnotationEvent"';
      expect(await query(target, count)).toEqual(await query(elsewhere, count));
    },
    minutes,
  );

  test(
    'of an older Parallax is restored as it was, and then brought up to date',
    async () => {
      const older = await postgres.newDatabase('older');
      const names = (await readdir('prisma/migrations')).filter((name) => /^\d/.test(name)).sort();
      // As Prisma creates it.
      await query(
        older,
        `CREATE TABLE _prisma_migrations (
          id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL,
          finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL, logs TEXT,
          rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
          applied_steps_count INTEGER NOT NULL DEFAULT 0)`,
      );
      for (const name of names.slice(0, -1)) {
        const sql = await readFile(join('prisma/migrations', name, 'migration.sql'), 'utf8');
        await query(older, sql);
        await query(
          older,
          `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
           VALUES ('${name.slice(0, 14)}', '${hash('sha256', sql)}', '${name}', now())`,
        );
      }
      await query(
        older,
        `INSERT INTO "User" (id, email, name) VALUES (gen_random_uuid(), 'ö@example.org', 'Ö')`,
      );
      const path = join(place, 'older.zip');
      expect((await runProgram('backup', [path], { DATABASE_URL: older })).code).toBe(0);
      const newer = await postgres.newDatabase('newer');
      const restored = await runProgram('restore', [path], { DATABASE_URL: newer });
      expect(restored.output).toMatch(/^Restored 1 rows/);
      const applied = 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1';
      expect(await query(newer, applied)).toEqual(names.map((name) => ({ name })));
      expect(await query(newer, 'SELECT email FROM "User"')).toEqual([{ email: 'ö@example.org' }]);
      // A table that no migration has created does not belong to Parallax.
      await query(older, 'CREATE TABLE mine (id int)');
      const second = await runProgram('backup', [join(place, 'b.zip')], { DATABASE_URL: older });
      expect(second.output).toContain('not tables of Parallax: mine.');
      await query(
        older,
        `UPDATE _prisma_migrations SET migration_name = '2999_later' WHERE id = '${names[0]?.slice(0, 14)}'`,
      );
      const later = await runProgram('backup', [join(place, 'c.zip')], { DATABASE_URL: older });
      expect(later.output).toContain('the migration 2999_later, which this Parallax does not know');
      expect(later.code).toBe(1);
    },
    minutes,
  );
});

/** Every file of a folder with the hash of its contents. */
async function filesOf(folder: string): Promise<[string, string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  return Promise.all(paths.map(async (path) => [path, hash('sha256', await readFile(path))]));
}

test('the schema has nothing that an archive would leave out', async () => {
  const kinds = await query<{ kind: string; name: string }>(
    target,
    `SELECT 'sequence' AS kind, sequencename::text AS name FROM pg_sequences
       WHERE schemaname = 'public'
     UNION ALL SELECT 'trigger', tgname::text FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT 'view', viewname::text FROM pg_views WHERE schemaname = 'public'
     UNION ALL SELECT 'partition', relname::text FROM pg_class
       WHERE relkind = 'p' AND relnamespace = 'public'::regnamespace`,
  );
  expect(kinds).toEqual([]);
});

test('an empty folder has nothing to move', async () => {
  const vars = { PARALLAX_DATA: await anEmptyFolder() };
  const { code, output } = await runProgram('move', ['--to', target], vars);
  expect(output).toMatch(/^There is no database in /);
  expect(code).toBe(1);
});
