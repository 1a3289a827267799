/** How grave a line of the log is, from the least to the most. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** How grave a line of the log is. */
export type LogLevel = (typeof logLevels)[number];

/** What a line says beside its message; an `error` is written with its trace. */
export type LogFields = Record<string, unknown> & { error?: unknown };

/** Where lines go. */
export type LogSink = (level: LogLevel, message: string, fields: LogFields) => void;

// The pages stand beside the server in one process, each with a copy of this file.
const held = globalThis as { parallaxLog?: LogSink; parallaxFaults?: Map<string, Fault> };

/** Where no server runs, as in commands and builds: what went wrong, on the console. */
const onConsole: LogSink = (level, message, fields) => {
  if (level !== 'error' && level !== 'warn') return;
  const { error, ...others } = fields;
  const rest = [error, Object.keys(others).length > 0 ? others : undefined];
  console[level](message, ...rest.filter((one) => one !== undefined));
};

/** Has the lines of this process go to `sink`, its pages' lines too. */
export function logTo(sink: LogSink): void {
  held.parallaxLog = sink;
}

const write =
  (level: LogLevel) =>
  (message: string, fields: LogFields = {}): void =>
    (held.parallaxLog ?? onConsole)(level, message, fields);

/**
 * The log for operators. Messages are sentences without variable parts, which are fields; neither
 * holds a secret, nor a text or note that somebody wrote.
 */
export const log = {
  debug: write('debug'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
};

const minute = 60_000;
/** So many different faults are told apart; more in one minute count as one. */
const maxFaults = 500;

type Fault = {
  level: LogLevel;
  message: string;
  fields: LogFields;
  repeated: number;
  timer: NodeJS.Timeout;
};

const faults = (held.parallaxFaults ??= new Map<string, Fault>());

function writeRepeated({ level, message, fields, repeated }: Fault): void {
  log[level](message, { ...fields, repeated });
}

function afterMinute(key: string): NodeJS.Timeout {
  return setTimeout(() => {
    const fault = faults.get(key);
    if (fault === undefined) return;
    if (fault.repeated === 0) return void faults.delete(key);
    writeRepeated(fault);
    Object.assign(fault, { repeated: 0, timer: afterMinute(key) });
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
  faults.set(name, { level, message, fields, repeated: 0, timer: afterMinute(name) });
  log[level](message, fields);
}

/** Logs what was counted and not yet written, as when the process ends, and begins anew. */
export function flushFaults(): void {
  for (const fault of faults.values()) {
    clearTimeout(fault.timer);
    if (fault.repeated > 0) writeRepeated(fault);
  }
  faults.clear();
}
