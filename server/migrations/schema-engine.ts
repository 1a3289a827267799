import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import type { QueryResult } from 'pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** The OID of the type "char" of PostgreSQL's catalogue: one character or none. */
const catalogueCharacter = 18;

/** Runs a migration as one script, which is atomic, instead of splitting it at semicolons. */
function takeWholeScripts(adapter: Adapter): void {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
}

/** Returns "char" as a character, which the engine expects; the adapter does not know the type. */
function readCharacters(adapter: Adapter): void {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<QueryResult>;
  const characters = new Set<string>();
  const asText = async (...given: unknown[]) => {
    const result = await query(...given);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== catalogueCharacter) continue;
      field.dataTypeID = pg.types.builtins.BPCHAR;
      characters.add(field.name);
    }
    return result;
  };
  Object.assign(pool, { query: asText });
  const { queryRaw } = adapter;
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw.call(adapter, asked);
    const isCharacter = result.columnNames.map((name) => characters.has(name));
    const columnTypes = result.columnTypes.map((type, at) =>
      isCharacter[at] ? ColumnTypeEnum.Character : type,
    );
    const rows = result.rows.map((row) =>
      row.map((value, at) => (isCharacter[at] && value === '' ? '\0' : value)),
    );
    return { ...result, columnTypes, rows };
  };
}

/**
 * Skips the engine's own lock, which belongs to the session: behind a pooler it would stay on a
 * connection that other clients get. The migrating process holds a lock already.
 */
function lockNothing(adapter: Adapter): void {
  const executeRaw = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (asked) =>
    asked.sql.startsWith('SELECT pg_advisory_lock(') ? 0 : executeRaw(asked);
}

/** The driver adapter with the additions that the schema engine needs. */
class SchemaAdapter extends PrismaPg {
  readonly #scratchUrl: string | undefined;

  constructor(databaseUrl: string, scratchUrl?: string) {
    super({ connectionString: databaseUrl, max: 1 });
    this.#scratchUrl = scratchUrl;
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    takeWholeScripts(adapter);
    lockNothing(adapter);
    readCharacters(adapter);
    return adapter;
  }

  /** The shadow database for trying migrations, since PGlite cannot create a second database. */
  override async connectToShadowDb(): Promise<Adapter> {
    if (this.#scratchUrl === undefined) throw new Error('There is no shadow database.');
    return new SchemaAdapter(this.#scratchUrl).connect();
  }
}

type Bindings = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

const { resolve } = createRequire(join(process.cwd(), 'package.json'));

async function load(): Promise<Bindings> {
  const path = resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = (await import(/* webpackIgnore: true */ path)) as Bindings;
  const bytes = await readFile(join(dirname(path), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

/** Loaded once: a second instance would take over the objects of the first. */
let loaded: Promise<Bindings> | null = null;

/**
 * Prisma's schema engine as WebAssembly over the driver adapter: no binary, and the same
 * `_prisma_migrations` table as Prisma's command line. `scratchUrl` is an empty database for trying
 * migrations.
 */
export async function schemaEngine(
  root: string,
  databaseUrl: string,
  scratchUrl?: string,
): Promise<SchemaEngine> {
  loaded ??= load();
  const { SchemaEngine: Engine } = await loaded;
  const schema = await readFile(join(root, 'prisma/schema.prisma'), 'utf8');
  return Engine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new SchemaAdapter(databaseUrl, scratchUrl)),
  );
}

/** The migrations of the project, in order, in the form of the engine. */
export async function migrationList(root: string): Promise<MigrationList> {
  const baseDir = join(root, 'prisma/migrations');
  const names = (await readdir(baseDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}
