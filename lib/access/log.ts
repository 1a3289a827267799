/** How grave a line of the log is, from the least to the most. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** How grave a line of the log is. */
export type LogLevel = (typeof logLevels)[number];

/** What a line says beside its message; an `error` is written with its trace. */
export type LogFields = Record<string, unknown> & { error?: unknown };

/** Where lines go. */
export type LogSink = (level: LogLevel, message: string, fields: LogFields) => void;

// The pages stand beside the server in one process, each with a copy of this file.
const held = globalThis as { parallaxLog?: LogSink };

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
