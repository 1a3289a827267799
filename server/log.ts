import { format } from 'node:util';
import pino from 'pino';
import type { LogLevel } from '@/lib/access/log';
import { log, logTo, logOnceAMinute } from '@/lib/access/log';
import { requestContext } from '@/lib/access/request-context';
import { readableLine } from './readable-line';
import { withoutSecrets } from './without-secrets';

/** How the log is written; `format` null: readable on a terminal, JSON otherwise. */
export type LogChoice = { format: 'readable' | 'json' | null; level: LogLevel };

/** Fields that are never written, at the top of a line and one level below it. */
const secretFields = [
  'authorization',
  'cookie',
  'hash',
  'password',
  'passwordHash',
  'secret',
  'token',
].flatMap((name) => [name, `*.${name}`]);

type Output = { write(text: string): unknown; isTTY?: boolean };

/**
 * Opens the log of this process: one line an entry, written at once, on the standard error, since
 * the standard output is for the person who started it.
 */
export function openLog(
  { format: chosen, level }: LogChoice,
  output: Output = process.stderr,
): void {
  const isReadable = (chosen ?? (output.isTTY ? 'readable' : 'json')) === 'readable';
  const write = (line: string) =>
    output.write(withoutSecrets(isReadable ? readableLine(line) : line));
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      errorKey: 'error',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
      redact: { paths: secretFields, censor: '[redacted]' },
      mixin() {
        const { requestId, userId } = requestContext() ?? {};
        return { requestId, userId: userId ?? undefined };
      },
    },
    { write },
  );
  logTo((at, message, fields) => logger[at](fields, message));
}

/**
 * Has whatever packages write on the console go to the log, each message once a minute at most. An
 * error among what is written keeps its trace.
 */
export function logConsole(): void {
  const into =
    (level: LogLevel) =>
    (...written: unknown[]): void => {
      const error = written.find((one) => one instanceof Error);
      const message = format(...written.filter((one) => one !== error)).trim();
      const fields = error === undefined ? {} : { error };
      const key = `console ${message || error?.message}`;
      if (level === 'error' || level === 'warn')
        logOnceAMinute(level, key, message || (error?.name ?? ''), fields);
      else log[level](message, fields);
    };
  console.error = into('error');
  console.warn = into('warn');
  console.log = console.info = into('info');
  console.debug = into('debug');
}
