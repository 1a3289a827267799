import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetUpProblem, root, runStep } from './run.mjs';
import { fingerprint } from './versions.mjs';

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * Whether the installed packages are those of the lock file; with `withoutDevelopment`, packages for
 * builds and tests may be missing.
 */
export function arePackagesThere({ withoutDevelopment }) {
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([path, entry]) => {
    if (path === '') return true;
    if (path in installed) return installed[path].version === entry.version;
    const isDevelopment = entry.dev === true || entry.devOptional === true;
    return entry.optional === true || (withoutDevelopment && isDevelopment);
  });
}

/** Installs the packages if needed ones are missing or the lock file has changed. */
export async function installPackages(needed) {
  if (arePackagesThere(needed)) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await runStep('Installing packages', npm ? process.execPath : 'npm', npm ? [npm, ...args] : args);
}

const stamp = join(root, '.set-up/database-client');
/** The files from which the database client is generated. */
export const clientSources = [
  'prisma/schema.prisma',
  'prisma.config.ts',
  'node_modules/prisma/package.json',
];

/** Generates the database client if it is missing or its sources have changed. */
export async function generateClient() {
  const now = fingerprint(clientSources);
  const made = existsSync(stamp) && existsSync(join(root, 'prisma/generated/client.ts'));
  if (made && readFileSync(stamp, 'utf8') === now) return;
  await runStep(
    'Generating the database client',
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate'],
    // Keeps Prisma from downloading an engine that is not needed here; any existing file does.
    { PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'package.json') },
  );
  mkdirSync(join(root, '.set-up'), { recursive: true });
  writeFileSync(stamp, now);
}

/** The headless shell comes first: it is the same engine without windows, and quicker. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/** The path of Chromium: `CHROMIUM_PATH`, or the first one in the PATH; null if there is none. */
export function chromiumPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  for (const name of names)
    for (const folder of folders)
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        continue;
      }
  return null;
}

/** Installs Chromium for the browser tests if it is missing and this user is root. */
export async function installChromium() {
  if (chromiumPath() !== null) return;
  const missing = 'The tests in a browser need Chromium. Please install it';
  if (process.getuid?.() !== 0)
    throw new SetUpProblem(
      `${missing} (on Debian: “sudo apt-get install chromium-headless-shell”), or set CHROMIUM_PATH.`,
    );
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runStep('Looking for packages of the system', 'apt-get', ['update'], env);
    const args = ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'];
    await runStep('Installing Chromium', 'apt-get', args, env);
  } catch (error) {
    throw new SetUpProblem(`${error.message}\n${missing} in another way, or set CHROMIUM_PATH.`);
  }
}
