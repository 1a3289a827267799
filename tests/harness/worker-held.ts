import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

const shared = globalThis as {
  heldByWorker?: Map<string, Promise<unknown>>;
  childrenOfWorker?: Map<number, string | null>;
};

/**
 * The result of `begin` for the first test file of this worker that requested this name; it lasts until
 * the worker ends. Test files load our modules anew, so it is stored in the context that they share.
 */
export function heldByWorker<Value>(name: string, begin: () => Promise<Value>): Promise<Value> {
  shared.heldByWorker ??= new Map();
  const there = shared.heldByWorker.get(name) ?? begin();
  shared.heldByWorker.set(name, there);
  // A request after a failure tries again.
  there.catch(() => shared.heldByWorker?.delete(name));
  return there as Promise<Value>;
}

/** Ends the remaining processes, and deletes their folders. */
function endAll(left: ReadonlyMap<number, string | null>): void {
  for (const [pid, folder] of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The processes that end with this one, by id, each with a folder to be deleted. In a test, `process` is
 * Jest's copy, which gets no exit event: there the environment has created the list.
 */
export function childrenOfWorker(): Map<number, string | null> {
  if (shared.childrenOfWorker === undefined) {
    const children = new Map<number, string | null>();
    shared.childrenOfWorker = children;
    process.on('exit', () => endAll(children));
  }
  return shared.childrenOfWorker;
}

/** Ends a process, and deletes its folder, with the worker. */
export function endWithWorker(child: ChildProcess, folder: string | null = null): void {
  if (child.pid === undefined) return;
  const { pid } = child;
  childrenOfWorker().set(pid, folder);
  child.once('exit', () => childrenOfWorker().delete(pid));
}
