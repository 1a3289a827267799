import { inspect } from 'node:util';
import type { LogSink } from '@/lib/access/log';

const expected: RegExp[] = [];
const unexpected: string[] = [];

/** Says that the test that runs will make the console or the log warn of, or complain about, something like this. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern);
}

/** Takes down what was said, unless it was expected. */
export function recordOutput(text: string): void {
  const at = expected.findIndex((pattern) => pattern.test(text));
  if (at < 0) unexpected.push(text);
  else matched.add(expected[at]);
}

const matched = new Set<RegExp | undefined>();

/** A line of the log as tests see it. */
export type LogLine = { level: string; message: string; fields: Record<string, unknown> };

const lines: LogLine[] = [];

/** Takes down a line of the log; a warning or an error must be expected, as on the console. */
export const recordLog: LogSink = (level, message, fields) => {
  lines.push({ level, message, fields });
  if (level !== 'warn' && level !== 'error') return;
  recordOutput([message, ...(Object.keys(fields).length > 0 ? [inspect(fields)] : [])].join(' '));
};

/** The lines that the test that runs has made the log have. */
export const logLines = (): readonly LogLine[] => lines;

/** What nobody expected and what was expected in vain, since the last time of asking. */
export function surprises(): { unexpected: string[]; inVain: string[] } {
  const inVain = expected.filter((pattern) => !matched.has(pattern)).map(String);
  const collected = [...unexpected];
  expected.length = unexpected.length = lines.length = 0;
  matched.clear();
  return { unexpected: collected, inVain };
}
