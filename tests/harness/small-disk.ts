import { execFileSync, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const megabyte = 2 ** 20;

/** A small disk (tmpfs), which can be filled quickly. */
export type SmallDisk = {
  folder: string;
  /** Fills it until only this many megabytes are left; 0 fills it completely. */
  fill(leaving: number): void;
  /** Frees what was filled. */
  free(): void;
  remove(): void;
};

function fillTo(folder: string, file: string, leaving: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const size = Math.max(0, bavail * bsize - leaving * megabyte);
  const block = Buffer.alloc(megabyte, 1);
  const to = openSync(file, 'a');
  try {
    for (let left = size; left > 0; left -= block.length)
      writeSync(to, block, 0, Math.min(left, block.length));
    // What was freed meanwhile.
    while (leaving === 0) writeSync(to, block, 0, 4096);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown;
  } finally {
    closeSync(to);
  }
}

/**
 * Makes a disk of this many megabytes, owned by another user unless it is for this one; null if it
 * cannot be mounted, which takes root and a container that allows it.
 */
export function smallDisk(megabytes: number, who?: { uid: number; gid: number }): SmallDisk | null {
  if (process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'parallax-disk-'));
  const options = `size=${megabytes}m,mode=700`;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'parallax-test', folder]);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  if (who) chownSync(folder, who.uid, who.gid);
  const file = join(folder, 'filled');
  return {
    folder,
    fill: (leaving) => fillTo(folder, file, leaving),
    free: () => truncateSync(file),
    remove() {
      // Detached at once; unmounted when it is not used any more.
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
