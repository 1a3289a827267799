import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { root } from './run.mjs';

/** A server may still be at work with an older version, so a few are left. */
const maxVersions = 4;

/**
 * What is made of these sources, a folder for each state of them below `folder`. `make` fills the
 * folder of the current state, by its path in the project; it runs again where it did not come to its end.
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
    /** Whether the current state is made. */
    isMade: () => existsSync(markIn(current())),
    /** The path, in the project, of the current state. */
    current,
    /** Makes the current state, unless it is there; answers its path in the project. */
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
