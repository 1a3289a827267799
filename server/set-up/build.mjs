import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { root, runStep } from './run.mjs';

const builds = '.set-up/builds';
/** A server may still be at work with an older build, so a few are kept. */
const kept = 4;
const sources = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  'prisma/demo',
  'public',
  'next.config.js',
  'tsconfig.json',
  'package-lock.json',
];

function forgetOld() {
  const lastUse = (name) =>
    statSync(join(root, builds, name, 'complete'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const names = readdirSync(join(root, builds)).sort((a, b) => lastUse(b) - lastUse(a));
  for (const name of names.slice(kept)) rmSync(join(root, builds, name), { recursive: true });
}

const currentFolder = () => `${builds}/${fingerprint(sources, process.version)}`;

/** Whether the pages of these sources are built. */
export const isBuilt = () => existsSync(join(root, currentFolder(), 'complete'));

/** Builds the pages, unless these sources were built already; answers the build's folder in the project. */
export async function build() {
  const folder = currentFolder();
  const complete = join(root, folder, 'complete');
  if (existsSync(complete)) {
    utimesSync(complete, new Date(), new Date());
    return folder;
  }
  rmSync(join(root, folder), { recursive: true, force: true });
  await runStep(
    'Building the pages (a minute, once)',
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build'],
    { PARALLAX_BUILD: folder, NODE_ENV: 'production' },
  );
  rmSync(join(root, folder, 'cache'), { recursive: true, force: true });
  writeFileSync(complete, '');
  forgetOld();
  return folder;
}
