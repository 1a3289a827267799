import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

function* filesUnder(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (entry?.isFile()) yield [path, entry];
  if (!entry?.isDirectory()) return;
  for (const name of readdirSync(join(root, path)).sort()) yield* filesUnder(`${path}/${name}`);
}

/** One hash over the names and contents of files and folders; what is not there counts as empty. */
export function fingerprint(paths, more = '') {
  const hash = createHash('sha256').update(more);
  for (const path of paths)
    for (const [file] of filesUnder(path)) {
      const bytes = readFileSync(join(root, file));
      hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
    }
  return hash.digest('hex').slice(0, 16);
}

/** One hash over the names, sizes and times of change of files and folders: quick, nothing is read. */
export function quickFingerprint(paths, more = '') {
  const hash = createHash('sha256').update(more);
  for (const path of paths)
    for (const [file, { size, mtimeMs }] of filesUnder(path))
      hash.update(`\0${file}\0${size}\0${mtimeMs}`);
  return hash.digest('hex').slice(0, 16);
}
