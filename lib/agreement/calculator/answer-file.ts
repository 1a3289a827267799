import type { CheckLine } from './answer-case';
import { answerCase } from './answer-case';
import { codingReport } from './coding-report';
import { fileText } from './file-text';
import { gammaEntries } from './gamma-entries';
import type { CodingData } from './coding-data';
import type { ReadOptions } from './own-file';
import { dataOfCase, readOwnFile } from './own-file';
import type { Report } from './report';
import type { SpanData } from './span-data';
import { spanReport } from './span-report';

/** What somebody’s file comes to: the checks of a reference case, or a report on data. */
export type FileAnswer =
  | { readonly kind: 'checks'; readonly id: string; readonly lines: readonly CheckLine[] }
  | { readonly kind: 'report'; readonly report: Report };

async function reportOn(data: SpanData | CodingData): Promise<FileAnswer> {
  if (data.kind === 'coding') return { kind: 'report', report: codingReport(data) };
  const report = spanReport(data);
  const entries = [...report.entries, ...(await gammaEntries(data))];
  return { kind: 'report', report: { ...report, entries } };
}

/**
 * Answers a file, by its bytes. A reference case is answered check by check, in order; one without checks
 * as data. Refuses in a sentence what cannot be used.
 */
export async function answerFile(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<FileAnswer> {
  const read = readOwnFile(fileText(bytes), options);
  if (read.kind !== 'case') return reportOn(read);
  const data = read.case.checks.length === 0 ? dataOfCase(read.case.input) : null;
  if (data !== null) return reportOn(data);
  const lines: CheckLine[] = [];
  for await (const line of answerCase(read.case)) lines.push(line);
  return { kind: 'checks', id: read.case.id, lines };
}
