import { log } from './log';
import { reachDatabase } from './reach-database';

/** How often it is looked whether the database is back, in milliseconds. */
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

/** Logs once an outage that the database cannot be reached, and once that it is back. */
export function noteDatabaseAway(error: unknown): void {
  if (since !== null) return;
  since = Date.now();
  log.error('The database cannot be reached. Requests are answered 503 until it is back.', {
    error,
  });
  watch();
}
