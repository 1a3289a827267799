import { inspect } from 'node:util';
import type { LogSink } from '@/lib/access/log';

const expected: RegExp[] = [];
const unexpected: string[] = [];

/** Expects a warning or an error that matches, on the console or in the log, in the current test. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern);
}

/** Records output of the console, unless it is expected. */
export function recordOutput(text: string): void {
  const at = expected.findIndex((pattern) => pattern.test(text));
  if (at < 0) unexpected.push(text);
  else matched.add(expected[at]);
}

const matched = new Set<RegExp | undefined>();

/** A line of the log as tests see it. */
export type LogLine = { level: string; message: string; fields: Record<string, unknown> };

const lines: LogLine[] = [];

/** Records a line of the log; warnings and errors must be expected, as on the console. */
export const recordLog: LogSink = (level, message, fields) => {
  lines.push({ level, message, fields });
  if (level !== 'warn' && level !== 'error') return;
  recordOutput([message, ...(Object.keys(fields).length > 0 ? [inspect(fields)] : [])].join(' '));
};

/** The log lines of the current test. */
export const logLines = (): readonly LogLine[] => lines;

/** Unexpected output, and expectations that were not met, since the last call. */
export function surprises(): { unexpected: string[]; inVain: string[] } {
  const inVain = expected.filter((pattern) => !matched.has(pattern)).map(String);
  const collected = [...unexpected];
  expected.length = unexpected.length = lines.length = 0;
  matched.clear();
  return { unexpected: collected, inVain };
}
