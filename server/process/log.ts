import { inspect, format } from 'node:util';
import pino from 'pino';
import type { LogLevel } from '@/lib/access/log';
import { log, logTo, logOnceAMinute } from '@/lib/access/log';
import { requestContext } from '@/lib/access/request-context';

type Line = {
  time: string;
  level: string;
  message?: string;
  error?: { stack?: string; message?: string };
  [field: string]: unknown;
};

const shown = (value: unknown): string =>
  typeof value === 'string' && /^[\w.:/@{}[\]-]+$/.test(value)
    ? value
    : inspect(value, { breakLength: Infinity, depth: 4 });

/** A line of the log, which is JSON, for people: time, level, message, fields; a trace below it. */
export function readableLine(json: string): string {
  const { time, level, message = '', error, ...fields } = JSON.parse(json) as Line;
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${shown(value)}`);
  const head = [time, level.padEnd(5), message, ...rest].join(' ');
  const trace = error?.stack ?? error?.message;
  return trace === undefined ? `${head}\n` : `${head}\n    ${trace.replaceAll('\n', '\n    ')}\n`;
}

/** What a secret looks like wherever it stands, and what is left of it. */
const secrets: [RegExp, string][] = [
  // Personal access tokens.
  [/plx_[\w-]+/g, 'plx_[redacted]'],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [redacted]'],
  // Links that let somebody in: whoever has the path has the right.
  [/(\/(?:invitations|welcome|reset)\/)[\w-]{16,}/g, '$1[redacted]'],
  // Sessions, and what identity providers send.
  [/\beyJ[\w-]{8,}\.[\w.-]*/g, '[redacted]'],
  [/\$argon2\w*\$[^\s"'\\]+/g, '[redacted]'],
  // Passwords in addresses, such as DATABASE_URL.
  [/(\b[a-z][\w+.-]*:\/\/[^\s:/@"']*:)[^\s/@"']+@/gi, '$1[redacted]@'],
  // Whatever else has the 43 characters of 256 random bits in Base64, as all our secrets do.
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{43}(?![\w-])/g, '[redacted]'],
];

/** A text without the secrets in it, known by what they look like: for what errors and packages may say. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((rest, [pattern, left]) => rest.replace(pattern, left), text);
}

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
