import type { LogFields, LogLevel } from './log';
import { log } from './log';

const minute = 60_000;
/** So many different faults are told apart; more in one minute count as one. */
const maxFaults = 500;

type Fault = { level: LogLevel; message: string; fields: LogFields; repeated: number };

const faults = new Map<string, Fault>();

function afterMinute(key: string): void {
  setTimeout(() => {
    const fault = faults.get(key);
    if (fault === undefined) return;
    if (fault.repeated === 0) return void faults.delete(key);
    log[fault.level](fault.message, { ...fault.fields, repeated: fault.repeated });
    fault.repeated = 0;
    afterMinute(key);
  }, minute).unref();
}

/**
 * Logs a fault that may come again and again: the first at once, then one line a minute with the
 * last of them and how often it came (`repeated`). Faults with the same `key` are one.
 */
export function logOnceAMinute(
  level: LogLevel,
  key: string,
  message: string,
  fields: LogFields = {},
): void {
  const name = faults.has(key) || faults.size < maxFaults ? key : 'others';
  const known = faults.get(name);
  if (known !== undefined) {
    Object.assign(known, { level, message, fields, repeated: known.repeated + 1 });
    return;
  }
  faults.set(name, { level, message, fields, repeated: 0 });
  afterMinute(name);
  log[level](message, fields);
}
