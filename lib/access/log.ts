/** The log levels, in ascending severity. */
const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** The level of a log line. */
export type LogLevel = (typeof logLevels)[number];

/** The fields of a log line besides its message; an `error` is written with its stack. */
type LogFields = Record<string, unknown> & { error?: unknown };

/** Takes the lines of the log. */
export type LogSink = (level: LogLevel, message: string, fields: LogFields) => void;

// Pages and server run in one process, each with its own copy of this module.
const held = globalThis as { parallaxLog?: LogSink; parallaxFaults?: Map<string, Fault> };

/** Without a server, as in commands and builds: warnings and errors to the console. */
const onConsole: LogSink = (level, message, fields) => {
  if (level !== 'error' && level !== 'warn') return;
  const { error, ...others } = fields;
  const rest = [error, Object.keys(others).length > 0 ? others : undefined];
  console[level](message, ...rest.filter((one) => one !== undefined));
};

/** Sends the log lines of this process, including the pages', to `sink`. */
export function logTo(sink: LogSink): void {
  held.parallaxLog = sink;
}

const write =
  (level: LogLevel) =>
  (message: string, fields: LogFields = {}): void =>
    (held.parallaxLog ?? onConsole)(level, message, fields);

/**
 * The log for operators. A message is a constant sentence; variable parts are fields. Neither contains
 * secrets, article texts or notes.
 */
export const log = {
  debug: write('debug'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
};

const minute = 60_000;
/** How many different faults are counted separately; further ones in the same minute count as one. */
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
 * Logs a fault that may repeat: the first time at once, then one line a minute with the most recent
 * message and the number of repetitions (`repeated`). Faults with the same `key` are counted together.
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

/** Logs the repetitions that are counted but not yet written, as before the process ends, and resets. */
export function flushFaults(): void {
  for (const fault of faults.values()) {
    clearTimeout(fault.timer);
    if (fault.repeated > 0) writeRepeated(fault);
  }
  faults.clear();
}
