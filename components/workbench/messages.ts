import type { UnitDisagreementKind } from '@/lib/adjudication/unit/adjudication-unit';
import type { OutcomeCounts, UnitOutcome } from '@/lib/adjudication/changes/unit-outcome';
import { unitOutcomes } from '@/lib/adjudication/changes/unit-outcome';
import { decimals } from '@/components/charts/figure-text';
import type { CalibrationResult } from '@/lib/calibration/calibration-result';
import type { Learning } from '@/lib/annotation/learning';
import type { UnitKind } from './comparison-page-query';

/** The name and meaning of each kind. */
export const kindText: Record<UnitKind | UnitDisagreementKind, { name: string; means: string }> = {
  missing: { name: 'Missing', means: 'Somebody annotated nothing here.' },
  boundary: { name: 'Boundary', means: 'The spans begin or end elsewhere.' },
  label: { name: 'Label', means: 'The labels differ.' },
  nesting: { name: 'Nesting', means: 'One annotated a whole, another a part of it.' },
  fragmentation: {
    name: 'Fragmentation',
    means: 'One annotated in one piece what another annotated in several.',
  },
  attributes: { name: 'Attributes', means: 'The attributes differ.' },
  same: { name: 'All agree', means: 'All annotated the same span with the same label.' },
};

/** The kinds of disagreement on a unit, in words: “Boundary, label”. */
export function formatKinds({ kinds }: { kinds: readonly UnitDisagreementKind[] }): string {
  if (kinds.length === 0) return kindText.same.name;
  return kinds
    .map((kind, at) => (at === 0 ? kindText[kind].name : kindText[kind].name.toLowerCase()))
    .join(', ');
}

/** How many of the pairs of layers disagree on a unit, in words: “2 of 3 pairs disagree”. */
export function disagreementMessage(disagreeingPairs: number, layerCount: number): string {
  const pairs = (layerCount * (layerCount - 1)) / 2;
  if (pairs === 1) return disagreeingPairs === 0 ? 'The two agree' : 'The two disagree';
  return disagreeingPairs === 0
    ? `All ${pairs} pairs agree`
    : `${disagreeingPairs} of ${pairs} pairs disagree`;
}

/** The name and meaning of each outcome, for the author of the annotations. */
export const outcomeNames: Record<UnitOutcome, { name: string; is: string }> = {
  unchanged: { name: 'unchanged', is: 'the consensus has the same' },
  changed: { name: 'changed', is: 'with another span, label or details' },
  rejected: { name: 'rejected', is: 'annotated, and the consensus has nothing' },
  missed: { name: 'missed', is: 'not annotated, and the consensus has something' },
  waiting: { name: 'waiting', is: 'not decided yet' },
};

/** The counts in words, without zeros. */
export function countsMessage(counts: OutcomeCounts): string {
  const phrases = unitOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome].toLocaleString('en-US')} ${outcomeNames[outcome].name}`);
  return phrases.length === 0 ? 'No annotations' : phrases.join(', ');
}

/** The address of the changes page of an article; for the viewer's own layer without `user`. */
export function changesAddress(articleId: string, user?: string): string {
  return `/articles/${articleId}/changes${user === undefined ? '' : `?user=${user}`}`;
}

type Attempt = Pick<CalibrationResult['attempts'][number], 'passed' | 'passMark' | 'score'>;

/** Whether an attempt passed, with its score and the pass mark; addressed to the learner (null) or about a named one. */
export function attemptMessage({ passed, passMark, score }: Attempt, name: string | null): string {
  const reached = decimals(score.all.f1Characters);
  if (passMark === null)
    return `${name ?? 'You'} reached ${reached}. There is no pass mark, so this passes.`;
  const required = decimals(passMark);
  return passed
    ? `Passed: ${reached}; the pass mark was ${required}.`
    : `Not passed: ${reached}; the pass mark was ${required}.`;
}

/** The learner's progress with a calibration article, in words. */
export function learningMessage({ attempts, hasPassed }: Learning): string {
  if (hasPassed) return 'Passed';
  if (attempts === 0) return 'Not annotated yet';
  return attempts === 1 ? 'Tried once, not passed yet' : `Tried ${attempts} times, not passed yet`;
}

/** The address of a calibration result; the viewer's own without `user`. */
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

/** The choices of confidence, with their stored values (0 to 1). */
export const confidenceSteps = [
  { value: 0, label: 'A guess' },
  { value: 0.25, label: 'Doubtful' },
  { value: 0.5, label: 'Even' },
  { value: 0.75, label: 'Fairly sure' },
  { value: 1, label: 'Sure' },
] as const;

/** A confidence (0 to 1) as the nearest choice and in per cent; API clients may store finer values. */
export function formatConfidence(confidence: number): string {
  const nearest = [...confidenceSteps].sort(
    (one, other) => Math.abs(one.value - confidence) - Math.abs(other.value - confidence),
  )[0];
  return `${nearest?.label ?? ''} (${Math.round(confidence * 100)} %)`;
}

const shapes: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** A publication date of the known precision (YYYY, YYYY-MM or YYYY-MM-DD) in words; anything else unchanged. */
export function formatPublished(publishedAt: string): string {
  const shape = shapes[publishedAt.length];
  const date = new Date(publishedAt);
  if (shape === undefined || Number.isNaN(date.getTime())) return publishedAt;
  return new Intl.DateTimeFormat('en-GB', { ...shape, timeZone: 'UTC' }).format(date);
}

/** The text of the link to others' annotations, by the number of open layers. */
export function otherLayersMessage(count: number): string {
  return count === 1 ? 'See annotations of 1 other' : `See annotations of ${count} others`;
}
