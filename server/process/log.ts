import { format, inspect } from 'node:util';
import pino from 'pino';
import type { LogLevel } from '@/lib/access/log';
import { log, logOnceAMinute, logTo } from '@/lib/access/log';
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

/** A log line in JSON as readable text: time, level, message, fields, and the stack below it. */
function readableLine(json: string): string {
  const { time, level, message = '', error, ...fields } = JSON.parse(json) as Line;
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${shown(value)}`);
  const head = [time, level.padEnd(5), message, ...rest].join(' ');
  const trace = error?.stack ?? error?.message;
  return trace === undefined ? `${head}\n` : `${head}\n    ${trace.replaceAll('\n', '\n    ')}\n`;
}

/** Patterns of secrets in any text, with their replacements. */
const secrets: [RegExp, string][] = [
  // Personal access tokens.
  [/plx_[\w-]+/g, 'plx_[redacted]'],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [redacted]'],
  // Links that grant access to whoever has them.
  [/(\/(?:invitations|welcome|reset)\/)[\w-]{16,}/g, '$1[redacted]'],
  // Session cookies and tokens of identity providers (JWT).
  [/\beyJ[\w-]{8,}\.[\w.-]*/g, '[redacted]'],
  [/\$argon2\w*\$[^\s"'\\]+/g, '[redacted]'],
  // Passwords in addresses, such as DATABASE_URL.
  [/(\b[a-z][\w+.-]*:\/\/[^\s:/@"']*:)[^\s/@"']+@/gi, '$1[redacted]@'],
  // Any other 256 bits in Base64url (43 characters), the form of all secrets of Parallax.
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{43}(?![\w-])/g, '[redacted]'],
];

/** A text with everything replaced that looks like a secret: for messages of errors and packages. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((rest, [pattern, left]) => rest.replace(pattern, left), text);
}

/** The format and minimum level of the log; `format` null: readable on a terminal, JSON otherwise. */
type LogChoice = { format: 'readable' | 'json' | null; level: LogLevel };

/** Fields that are never written, at the top level of a line and one level below. */
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
 * Opens the log of this process: one line for each entry, written synchronously to standard error;
 * standard output is for the person who started it.
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
 * Redirects the console, to which packages write, to the log; warnings and errors at most once a minute
 * each. An error among the arguments is logged with its stack.
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
