import type { Db } from './db';
import { db } from './db';

/** Runs `deed` in one transaction: all of its writes, or, when it throws, none. */
export function transaction<Result>(deed: (tx: Db) => Promise<Result>): Promise<Result> {
  return db().$transaction(deed, { maxWait: 15_000, timeout: 60_000 });
}
