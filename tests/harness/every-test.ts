import { format } from 'node:util';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { flushFaults, logTo } from '@/lib/access/log';
import { loadLanguageDetector } from '@/lib/article/language';
import { recordLog, recordOutput, surprises } from './expected-errors';

console.error = (...given: unknown[]) => recordOutput(format(...given));
console.warn = (...given: unknown[]) => recordOutput(format(...given));
logTo(recordLog);

// Builders of articles detect the language of the text.
beforeAll(loadLanguageDetector);

afterEach(() => {
  const { unexpected, inVain } = surprises();
  if (unexpected.length > 0)
    throw new Error(`Unexpected output on the console or in the log:\n${unexpected.join('\n')}`);
  if (inVain.length > 0)
    throw new Error(`Expected, but not on the console or in the log: ${inVain.join(', ')}.`);
});

afterAll(async () => {
  // Repetitions counted in this file must not be written a minute later, in another file.
  logTo(() => undefined);
  flushFaults();
  // Not through lib/db, which files without a database need not load.
  const { parallaxDb } = globalThis as { parallaxDb?: { $disconnect(): Promise<void> } };
  await parallaxDb?.$disconnect();
});
