import { decimals } from '@/components/charts/figure-text';
import type { CalibrationResult } from '@/lib/calibration/calibration-result';
import type { Learning } from '@/lib/annotation/learning';

type Attempt = Pick<CalibrationResult['attempts'][number], 'passed' | 'passMark' | 'score'>;

/** Whether an attempt passed, and by what; said to the learner, or of somebody named. */
export function attemptMessage({ passed, passMark, score }: Attempt, name: string | null): string {
  const reached = decimals(score.all.f1Characters);
  if (passMark === null)
    return `${name ?? 'You'} reached ${reached}. No mark was asked for, so this passes.`;
  const asked = decimals(passMark);
  return passed
    ? `Passed: ${reached}, and ${asked} was asked for.`
    : `Not passed: ${reached}, and ${asked} was asked for.`;
}

/** How far one is with a calibration article, in words. */
export function learningMessage({ attempts, hasPassed }: Learning): string {
  if (hasPassed) return 'Passed';
  if (attempts === 0) return 'Not labelled yet';
  return attempts === 1 ? 'Tried once, not passed yet' : `Tried ${attempts} times, not passed yet`;
}

/** The address of somebody's result; one's own without `user`. */
export function resultAddress(
  articleId: string,
  { user, attempt }: { user?: string | undefined; attempt?: number | undefined } = {},
): string {
  const query = new URLSearchParams({
    ...(user === undefined ? {} : { user }),
    ...(attempt === undefined ? {} : { attempt: String(attempt) }),
  }).toString();
  return `/articles/${articleId}/calibration${query === '' ? '' : `?${query}`}`;
}
