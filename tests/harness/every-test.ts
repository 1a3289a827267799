import { format } from 'node:util';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { flushFaults, logTo } from '@/lib/access/log';
import { loadLanguageDetector } from '@/lib/article/language';
import { recordLog, recordOutput, surprises } from './expected-errors';

console.error = (...given: unknown[]) => recordOutput(format(...given));
console.warn = (...given: unknown[]) => recordOutput(format(...given));
logTo(recordLog);

// Articles that builders make have their language told from their text.
beforeAll(loadLanguageDetector);

afterEach(() => {
  const { unexpected, inVain } = surprises();
  if (unexpected.length > 0)
    throw new Error(`The console or the log said what nobody expected:\n${unexpected.join('\n')}`);
  if (inVain.length > 0)
    throw new Error(`The console and the log never said ${inVain.join(', ')}.`);
});

afterAll(async () => {
  // Repetitions that this file counted are not written a minute later, in another file.
  logTo(() => undefined);
  flushFaults();
  // Not by way of lib/db, which files that ask no database need not load.
  const { parallaxDb } = globalThis as { parallaxDb?: { $disconnect(): Promise<void> } };
  await parallaxDb?.$disconnect();
});
