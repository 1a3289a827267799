import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './run.mjs';

const folder = join(root, '.set-up');
const lock = join(folder, 'lock');
const beat = 1_000;
/** The age of the last beat, in milliseconds, at which the holder of the lock counts as gone. */
const stale = 10_000;

async function take(id) {
  try {
    await writeFile(lock, id, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

async function clearStale() {
  const held = await stat(lock).catch(() => null);
  if (held === null || Date.now() - held.mtimeMs < stale) return;
  const aside = join(folder, `lock-${randomUUID()}`);
  await rename(lock, aside).catch((error) => {
    // Another process was quicker.
    if (error.code !== 'ENOENT') throw error;
  });
  await rm(aside, { force: true });
}

/** Whether a set-up of this checkout is running, or was interrupted. */
export const isSetUpAtWork = () => existsSync(lock);

/** Runs `work` while no other set-up of this checkout is running. */
export async function alone(work) {
  await mkdir(folder, { recursive: true });
  const id = randomUUID();
  for (let tries = 0; ; tries++) {
    if (await take(id)) {
      // Two may have cleared one stale lock, the second of them the new one: its content decides.
      await wait(20);
      if ((await readFile(lock, 'utf8').catch(() => '')) === id) break;
      continue;
    }
    if (tries === 2) process.stderr.write('Another set-up is at work here; waiting for it …\n');
    await clearStale();
    await wait(300);
  }
  const beats = setInterval(() => {
    utimes(lock, new Date(), new Date()).catch(() => undefined);
  }, beat);
  try {
    return await work();
  } finally {
    clearInterval(beats);
    await rm(lock, { force: true });
  }
}
