import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program: the first in the PATH or in Debian's folders of servers; null if it is missing. */
export function onPath(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
  for (const folder of folders)
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      continue;
    }
  return null;
}

/** The result of `find`; installs Debian's package first if it finds nothing and this user is root. */
export function debianProgram(find: () => string | null, packageName: string, why: string): string {
  const found = find();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // Several workers may need a package at once, and apt-get does not wait for its lock.
    const lock = '/tmp/parallax-test-apt.lock';
    const install = ['install', '-y', '--no-install-recommends', packageName];
    for (const args of [['update'], install])
      spawnSync('flock', [lock, 'apt-get', ...args], { env });
  }
  const installed = find();
  if (installed === null)
    throw new Error(
      `${why}, and there is none. Please install it (on Debian: “sudo apt-get install ${packageName}”).`,
    );
  return installed;
}

/** The user of servers that refuse to run as root: nobody, or the current user if that is not root. */
export function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
