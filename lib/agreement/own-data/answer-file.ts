import type { CheckLine } from '../reference-case/answer-case';
import { answerCase } from '../reference-case/answer-case';
import { codingReport } from './coding-report';
import { fileText } from './file-text';
import type { Reading } from './own-file';
import { dataOfCase, readOwnFile } from './own-file';
import type { Report } from './report';
import { spanReport } from './span-report';

/** What somebody’s file comes to: the checks of a reference case, or a report on data. */
export type FileAnswer =
  | { readonly kind: 'checks'; readonly id: string; readonly lines: readonly CheckLine[] }
  | { readonly kind: 'report'; readonly report: Report };

/**
 * Answers a file, by its bytes. A reference case is answered check by check, in order; one without checks
 * as data. Refuses in a sentence what cannot be used.
 */
export async function answerFile(bytes: Uint8Array, reading: Reading = {}): Promise<FileAnswer> {
  const read = readOwnFile(fileText(bytes), reading);
  if (read.kind === 'coding') return { kind: 'report', report: codingReport(read) };
  if (read.kind === 'spans') return { kind: 'report', report: spanReport(read) };
  const data = read.case.checks.length === 0 ? dataOfCase(read.case.input) : null;
  if (data !== null)
    return {
      kind: 'report',
      report: data.kind === 'coding' ? codingReport(data) : spanReport(data),
    };
  const lines: CheckLine[] = [];
  for await (const line of answerCase(read.case)) lines.push(line);
  return { kind: 'checks', id: read.case.id, lines };
}
