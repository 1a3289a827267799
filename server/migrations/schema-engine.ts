import { createRequire } from 'node:module';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { SchemaAdapter } from './schema-adapter';

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
