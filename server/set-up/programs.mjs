import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { root } from './run.mjs';

const folder = '.set-up/programs';
/** A server may still be at work with an older version, so a few are kept. */
const keptVersions = 4;
const sources = ['lib', 'server', 'prisma/schema.prisma', 'tsconfig.json', 'package-lock.json'];

/** What runs as a process or a thread of its own, by the name of its file. */
const entryPoints = {
  start: 'server/start.ts',
  'embedded-database-child': 'server/embedded-database-child.ts',
  'reckoning-thread': 'server/reckoning/reckoning-thread.ts',
  demo: 'server/run-demo.ts',
  agree: 'server/run-agree.ts',
};

/** How esbuild bundles our TypeScript for Node; packages stay outside. */
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

function removeOldVersions() {
  const lastUse = (name) => statSync(join(root, folder, name)).mtimeMs;
  const names = readdirSync(join(root, folder)).sort((a, b) => lastUse(b) - lastUse(a));
  for (const name of names.slice(keptVersions))
    rmSync(join(root, folder, name), { recursive: true });
}

const currentVersion = () => `${folder}/${fingerprint(sources, process.version)}`;

/** Whether the programs of these sources are bundled. */
export const areProgramsBundled = () => existsSync(join(root, currentVersion()));

/** Bundles the programs of server/, unless these sources were bundled already; answers their folder. */
export async function bundlePrograms() {
  const version = currentVersion();
  const target = join(root, version);
  if (existsSync(target)) {
    utimesSync(target, new Date(), new Date());
    return version;
  }
  const { build } = await import('esbuild');
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await build({
    ...bundleOptions,
    entryPoints,
    // What start.ts loads later stands in files of its own.
    splitting: true,
    outdir: unfinished,
    outExtension: { '.js': '.mjs' },
    // A program finds the others beside itself.
    define: { 'process.env.PARALLAX_PROGRAMS': 'import.meta.dirname' },
  });
  renameSync(unfinished, target);
  removeOldVersions();
  return version;
}
