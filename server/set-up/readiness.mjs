import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from './pages.mjs';
import { programs } from './programs.mjs';
import { clientSources } from './requirements.mjs';
import { root } from './run.mjs';
import { quickFingerprint } from './versions.mjs';

/** Everything that a set-up depends on. */
const inputs = [
  ...new Set([...pages.sources, ...programs.sources, ...clientSources]),
  'node_modules/.package-lock.json',
  'prisma/generated',
];

const fileOf = (name) => join(root, `.set-up/ready-${name}.json`);

/** The state of everything that a set-up depends on; with an equal state no second set-up is needed. */
export const inputState = () => quickFingerprint(inputs, process.version);

/** The folders of the last set-up with this name; null if anything has changed since. */
export function readReady(name, state) {
  try {
    const ready = JSON.parse(readFileSync(fileOf(name), 'utf8'));
    const isThere = Object.values(ready.folders).every((folder) => existsSync(join(root, folder)));
    return ready.state === state && isThere ? ready.folders : null;
  } catch {
    return null;
  }
}

/** Notes that a set-up with this name is complete; `folders` has its results, as paths in the project. */
export function writeReady(name, state, folders) {
  mkdirSync(join(root, '.set-up'), { recursive: true });
  const unfinished = `${fileOf(name)}-${process.pid}`;
  writeFileSync(unfinished, JSON.stringify({ state, folders }));
  renameSync(unfinished, fileOf(name));
}
