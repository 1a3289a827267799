import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program is: the first of the PATH, or of where Debian puts servers; null where it is missing. */
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

/** What `find` finds; Debian's package is installed where it finds nothing and we may. */
export function debianProgram(find: () => string | null, packageName: string, why: string): string {
  const found = find();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // Several workers may need something at once, and apt-get does not wait for another.
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

/** Servers that do not run as root run as nobody; as an ordinary user, they run as that one. */
export function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
