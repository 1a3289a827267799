import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import type { QueryResult } from 'pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** The type "char" of PostgreSQL's catalogue: one character, or none. */
const catalogueCharacter = 18;

/** A migration is one script: all of it or nothing, whatever semicolons stand in it. */
function takeWholeScripts(adapter: Adapter): void {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
}

/** The adapter refuses "char" as a type it does not know; the engine wants a character. */
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
 * The engine's lock is the session's: behind a pooler it would stay with a connection that goes to
 * others. Whoever migrates has locked out others already.
 */
function lockNothing(adapter: Adapter): void {
  const executeRaw = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (asked) =>
    asked.sql.startsWith('SELECT pg_advisory_lock(') ? 0 : executeRaw(asked);
}

/** The driver adapter with what the schema engine needs beyond it. */
export class SchemaAdapter extends PrismaPg {
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

  /** Where migrations are tried out: PGlite cannot make a second database beside the first. */
  override async connectToShadowDb(): Promise<Adapter> {
    if (this.#scratchUrl === undefined) throw new Error('There is no database to try things in.');
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

/** Loaded once: a second copy would take over what the first has made. */
let loaded: Promise<Bindings> | null = null;

/**
 * Prisma's schema engine as WebAssembly over the driver adapter: no binary, the same
 * `_prisma_migrations` table as Prisma's own command line. `scratchUrl` names an empty database for
 * what has to be tried out.
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

/** The migrations of the project, in their order, as the engine takes them. */
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
