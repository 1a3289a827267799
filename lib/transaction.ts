import type { Db } from './db';
import { db } from './db';

/** Callbacks that wait for each open transaction to commit. */
const waiting = new WeakMap<Db, (() => void)[]>();

/**
 * Runs `run` in one transaction: all of its writes are committed or, where it throws, none. Waits
 * up to 15 s for a connection; times out after 60 s.
 */
export async function transaction<Result>(run: (tx: Db) => Promise<Result>): Promise<Result> {
  const after: (() => void)[] = [];
  const result = await db().$transaction(
    (tx) => {
      waiting.set(tx, after);
      return run(tx);
    },
    { maxWait: 15_000, timeout: 60_000 },
  );
  for (const work of after) work();
  return result;
}

/**
 * Runs `work` once the transaction has committed, and never where it fails; at once outside of a
 * transaction.
 */
export function afterCommit(on: Db, work: () => void): void {
  const after = waiting.get(on);
  if (after === undefined) work();
  else after.push(work);
}
