import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

function* filesUnder(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (entry?.isFile()) yield [path, entry];
  if (!entry?.isDirectory()) return;
  for (const name of readdirSync(join(root, path)).sort()) yield* filesUnder(`${path}/${name}`);
}

/** A hash of the names and contents of files and folders; missing ones count as empty. */
export function fingerprint(paths, more = '') {
  const hash = createHash('sha256').update(more);
  for (const path of paths)
    for (const [file] of filesUnder(path)) {
      const bytes = readFileSync(join(root, file));
      hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
    }
  return hash.digest('hex').slice(0, 16);
}

/** A hash of the names, sizes and modification times of files and folders, without reading them. */
export function quickFingerprint(paths, more = '') {
  const hash = createHash('sha256').update(more);
  for (const path of paths)
    for (const [file, { size, mtimeMs }] of filesUnder(path))
      hash.update(`\0${file}\0${size}\0${mtimeMs}`);
  return hash.digest('hex').slice(0, 16);
}

/** How many versions are stored: a running server may still use an older one. */
const maxVersions = 4;

/**
 * What is built from these sources, in a folder below `folder` for each state of them. `make` fills the
 * folder of the current state, given by its path in the project, and runs again if it did not finish.
 */
export function versionsOf({ folder, sources, make }) {
  const current = () => `${folder}/${fingerprint(sources, process.version)}`;
  const markIn = (version) => join(root, version, 'complete');

  function removeOld() {
    const lastUse = (name) =>
      statSync(markIn(`${folder}/${name}`), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const names = readdirSync(join(root, folder)).sort((a, b) => lastUse(b) - lastUse(a));
    for (const name of names.slice(maxVersions))
      rmSync(join(root, folder, name), { recursive: true });
  }

  return {
    sources,
    /** Whether the current state is built. */
    isMade: () => existsSync(markIn(current())),
    /** The path, in the project, of the current state. */
    current,
    /** Builds the current state if needed; returns its path in the project. */
    async ensure() {
      const version = current();
      const mark = markIn(version);
      if (existsSync(mark)) {
        utimesSync(mark, new Date(), new Date());
        return version;
      }
      rmSync(join(root, version), { recursive: true, force: true });
      mkdirSync(join(root, version), { recursive: true });
      await make(version);
      writeFileSync(mark, '');
      removeOld();
      return version;
    },
  };
}
