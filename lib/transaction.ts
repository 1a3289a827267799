import type { Db } from './db';
import { db } from './db';

/** What waits for each open transaction to commit. */
const waiting = new WeakMap<Db, (() => void)[]>();

/** Runs `deed` in one transaction: all of its writes, or, when it throws, none. */
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

/** Runs `work` once the transaction has committed, and never where it fails; at once outside of one. */
export function afterCommit(on: Db, work: () => void): void {
  const after = waiting.get(on);
  if (after === undefined) work();
  else after.push(work);
}
