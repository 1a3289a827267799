import { setTimeout as wait } from 'node:timers/promises';
import { db } from '@/lib/db';
import { log } from './log';
import { databaseUnavailable, requireDatabase } from './storage-state';
import { hasUsers } from './user-store';

/** How long the database may take to answer the probe, in milliseconds. */
const answerTimeout = 1_500;

let asked: Promise<boolean> | null = null;

/** Runs a small query; concurrent callers share one. */
function answered(): Promise<boolean> {
  asked ??= hasUsers(db())
    .then(() => true)
    .finally(() => (asked = null));
  return asked;
}

/**
 * Checks with a small query that the database answers; returns or throws within two seconds.
 *
 * @throws {Refusal} `database-away`, `database-busy`; otherwise the error of the database.
 */
export async function reachDatabase(): Promise<void> {
  requireDatabase();
  const late = new AbortController();
  const timeout = wait(answerTimeout, false, { signal: late.signal, ref: false });
  timeout.catch(() => undefined);
  try {
    if (!(await Promise.race([answered(), timeout]))) throw databaseUnavailable('database-busy');
  } finally {
    late.abort();
  }
}

/** How often the database is probed during an outage, in milliseconds. */
const interval = 1_000;

let since: number | null = null;

function watch(): void {
  setTimeout(() => {
    reachDatabase().then(() => {
      log.info('The database is reached again.', {
        seconds: Math.round((Date.now() - (since ?? Date.now())) / 1000),
      });
      since = null;
    }, watch);
  }, interval).unref();
}

/** Logs the beginning and the end of an outage of the database, each once. */
export function noteDatabaseAway(error: unknown): void {
  if (since !== null) return;
  since = Date.now();
  log.error('The database cannot be reached. Requests are answered 503 until it is back.', {
    error,
  });
  watch();
}
