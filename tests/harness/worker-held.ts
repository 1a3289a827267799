import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

const shared = globalThis as {
  heldByWorker?: Map<string, Promise<unknown>>;
  childrenOfWorker?: Map<number, string | null>;
};

/**
 * What `begin` made for the first test file of this worker that asked by this name; it lasts until the
 * worker ends. Test files load our modules anew, so it hangs on the context that they share.
 */
export function heldByWorker<Value>(name: string, begin: () => Promise<Value>): Promise<Value> {
  shared.heldByWorker ??= new Map();
  const there = shared.heldByWorker.get(name) ?? begin();
  shared.heldByWorker.set(name, there);
  // Whoever asks after a failure tries again.
  there.catch(() => shared.heldByWorker?.delete(name));
  return there as Promise<Value>;
}

/** Ends what is left of all: the process, and its folder where it has one. */
function endAll(left: ReadonlyMap<number, string | null>): void {
  for (const [pid, folder] of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The processes that end with this one, by id, each with a folder that then goes. In a test, `process`
 * is Jest’s copy, which never hears of the end: there the environment has begun the list.
 */
export function childrenOfWorker(): Map<number, string | null> {
  if (shared.childrenOfWorker === undefined) {
    const children = new Map<number, string | null>();
    shared.childrenOfWorker = children;
    process.on('exit', () => endAll(children));
  }
  return shared.childrenOfWorker;
}

/** Lets a process, and a folder of it, end with the worker, however that ends. */
export function endWithWorker(child: ChildProcess, folder: string | null = null): void {
  if (child.pid === undefined) return;
  const { pid } = child;
  childrenOfWorker().set(pid, folder);
  child.once('exit', () => childrenOfWorker().delete(pid));
}
