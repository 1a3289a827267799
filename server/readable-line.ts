import { inspect } from 'node:util';

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
