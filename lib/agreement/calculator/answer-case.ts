import { unknown } from '@/lib/agreement/figure';
import type { Answer, Answering } from './answer';
import { codingAnswers } from './coding-answers';
import { crowdAnswers } from './crowd-answers';
import { gammaAnswers } from './gamma-answers';
import type { CaseCheck, ReferenceCase } from './reference-case';
import { spanAnswers } from './span-answers';
import { unitizingAnswers } from './unitizing-answers';

/** One check of a case and what it comes to; `reason` says why a value is null. */
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
    // A parameter that no measure takes: the other checks are answered all the same.
    if (error instanceof RangeError) return unknown(error.message);
    throw error;
  }
  return unknown(`there is no measure “${check.measure}” of ${referenceCase.input.kind} data`);
}

/** Answers every check of a case, in order. What is drawn by chance is drawn from a fixed seed. */
export async function* answerCase(referenceCase: ReferenceCase): AsyncGenerator<CheckLine> {
  for (const check of referenceCase.checks) {
    const { value, reason } = await answer(referenceCase, check);
    const { measure, params } = check;
    yield { id: referenceCase.id, measure, params, value, ...(reason !== undefined && { reason }) };
  }
}
