import { createRequire } from 'node:module';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';

/** Runs a migration as the one script that it is: all of it or nothing, whatever stands in its strings. */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

const resolve = createRequire(join(process.cwd(), 'package.json')).resolve;

/**
 * Prisma's schema engine as WebAssembly over the driver adapter: no binary, the same
 * `_prisma_migrations` table as Prisma's own command line.
 */
export async function schemaEngine(root: string, databaseUrl: string): Promise<SchemaEngine> {
  const bindingsPath = resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bindings = (await import(
    /* webpackIgnore: true */ bindingsPath
  )) as typeof import('@prisma/schema-engine-wasm') & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  const bytes = await readFile(join(dirname(bindingsPath), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', await readFile(join(root, 'prisma/schema.prisma'), 'utf8')]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(
      new WholeScripts({ connectionString: databaseUrl, max: 1 }),
    ),
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
