import { root } from './run.mjs';
import { versionsOf } from './versions.mjs';

/** What runs as a separate process or thread, by the name of its bundled file. */
const entryPoints = {
  start: 'server/start.ts',
  'embedded-database-child': 'server/embedded-postgres/embedded-database-child.ts',
  'password-thread': 'server/compute/password-thread.ts',
  account: 'server/commands/run-account.ts',
  'compute-worker': 'server/compute/compute-worker.ts',
  'database-watchdog': 'server/embedded-postgres/database-watchdog.ts',
  demo: 'server/commands/run-demo.ts',
  agree: 'server/commands/run-agree.ts',
  backup: 'server/commands/backup.ts',
  restore: 'server/commands/restore.ts',
  move: 'server/commands/move.ts',
};

/** The options with which esbuild bundles TypeScript for Node; packages stay external. */
export const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
};

/** The bundled programs of server/. */
export const programs = versionsOf({
  folder: '.set-up/programs',
  // The live server has the schema of guidelines from components.
  sources: [
    'app',
    'components',
    'lib',
    'server',
    'prisma/schema.prisma',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ],
  async make(version) {
    const { build } = await import('esbuild');
    await build({
      ...bundleOptions,
      entryPoints,
      // What start.ts loads later goes into files of its own.
      splitting: true,
      outdir: version,
      outExtension: { '.js': '.mjs' },
      // A program finds the others in its own folder.
      define: { 'process.env.PARALLAX_PROGRAMS': 'import.meta.dirname' },
    });
  },
});
