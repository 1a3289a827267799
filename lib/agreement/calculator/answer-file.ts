import { unknown } from '@/lib/agreement/figure';
import { codingAnswers, crowdAnswers } from './coding-answers';
import { gammaAnswers } from './gamma-answers';
import type { CaseCheck, ReferenceCase, Answer, Answering } from './reference-case';
import { spanAnswers, unitizingAnswers } from './span-answers';
import { codingReport } from './coding-report';
import { fileText } from './file-text';
import type { CodingData } from './coding-data';
import type { ReadOptions } from './own-file';
import { dataOfCase, readOwnFile } from './own-file';
import type { Report } from './report';
import type { SpanData } from './span-data';
import { spanReport, gammaEntries } from './span-report';

/** One check of a reference case and its result; `reason` says why a value is null. */
export type CheckLine = {
  readonly id: string;
  readonly measure: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly value: Answer['value'];
  readonly reason?: string;
};

const families: Answering[] = [
  codingAnswers,
  spanAnswers,
  crowdAnswers,
  unitizingAnswers,
  gammaAnswers,
];

async function answer(referenceCase: ReferenceCase, check: CaseCheck): Promise<Answer> {
  try {
    for (const family of families) {
      const found = family(referenceCase, check);
      if (found !== null) return await found;
    }
  } catch (error) {
    // A parameter out of range makes only this check fail; the others are still computed.
    if (error instanceof RangeError) return unknown(error.message);
    throw error;
  }
  return unknown(`there is no measure “${check.measure}” of ${referenceCase.input.kind} data`);
}

/** Computes every check of a reference case, in order. Random draws come from a fixed seed. */
export async function* answerCase(referenceCase: ReferenceCase): AsyncGenerator<CheckLine> {
  for (const check of referenceCase.checks) {
    const { value, reason } = await answer(referenceCase, check);
    const { measure, params } = check;
    yield { id: referenceCase.id, measure, params, value, ...(reason !== undefined && { reason }) };
  }
}

/** The result for an uploaded file: the checks of a reference case, or a report on data. */
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
 * Computes the result for a file, given as bytes. A reference case is checked line by line, in
 * order; one without checks is treated as data. Throws a Refusal that says what is wrong with a
 * file that cannot be used.
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
