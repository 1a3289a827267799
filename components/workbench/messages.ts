import type { UnitDisagreementKind } from '@/lib/adjudication/unit/adjudication-unit';
import type { OutcomeCounts, UnitOutcome } from '@/lib/adjudication/changes/unit-outcome';
import { unitOutcomes } from '@/lib/adjudication/changes/unit-outcome';
import { decimals } from '@/components/charts/figure-text';
import type { CalibrationResult } from '@/lib/calibration/calibration-result';
import type { Learning } from '@/lib/annotation/learning';
import type { UnitKind } from './comparison-page-query';

/** What each kind is called, and what it means. */
export const kindText: Record<UnitKind | UnitDisagreementKind, { name: string; means: string }> = {
  missing: { name: 'Missing', means: 'Somebody marked nothing here.' },
  boundary: { name: 'Boundary', means: 'It begins or ends elsewhere.' },
  label: { name: 'Label', means: 'It is called otherwise.' },
  nesting: { name: 'Nesting', means: 'One marked a whole, another a part of it.' },
  fragmentation: {
    name: 'Fragmentation',
    means: 'One marked in one piece what another marked in several.',
  },
  attributes: { name: 'Attributes', means: 'Its attributes differ.' },
  same: { name: 'All agree', means: 'Everybody marked the same words as the same.' },
};

/** How the readings part at a unit, in words: “Boundary, label”. */
export function formatKinds({ kinds }: { kinds: readonly UnitDisagreementKind[] }): string {
  if (kinds.length === 0) return kindText.same.name;
  return kinds
    .map((kind, at) => (at === 0 ? kindText[kind].name : kindText[kind].name.toLowerCase()))
    .join(', ');
}

/** At how many of the pairs of so many readings a unit parts: “2 of 3 pairs part”. */
export function disagreementMessage(disagreeingPairs: number, layerCount: number): string {
  const pairs = (layerCount * (layerCount - 1)) / 2;
  if (pairs === 1) return disagreeingPairs === 0 ? 'The two agree' : 'The two part';
  return disagreeingPairs === 0
    ? `All ${pairs} pairs agree`
    : `${disagreeingPairs} of ${pairs} pairs part`;
}

/** What each outcome is called, and what it is, to the one whose work it is. */
export const outcomeNames: Record<UnitOutcome, { name: string; is: string }> = {
  unchanged: { name: 'unchanged', is: 'the consensus has the same' },
  changed: { name: 'changed', is: 'with other words, label or details' },
  rejected: { name: 'rejected', is: 'marked, and the consensus has nothing' },
  missed: { name: 'missed', is: 'not marked, and the consensus has something' },
  waiting: { name: 'waiting', is: 'nobody has decided yet' },
};

/** The counts in words, without those of nothing. */
export function countsMessage(counts: OutcomeCounts): string {
  const phrases = unitOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome].toLocaleString('en-US')} ${outcomeNames[outcome].name}`);
  return phrases.length === 0 ? 'Neither marks anything' : phrases.join(', ');
}

/** The address of what became of somebody's work in an article; one's own without `user`. */
export function changesAddress(articleId: string, user?: string): string {
  return `/articles/${articleId}/changes${user === undefined ? '' : `?user=${user}`}`;
}

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

/** How sure one can say to be, and what it is stored as (0 to 1). */
export const confidenceSteps = [
  { value: 0, label: 'A guess' },
  { value: 0.25, label: 'Doubtful' },
  { value: 0.5, label: 'Even' },
  { value: 0.75, label: 'Fairly sure' },
  { value: 1, label: 'Sure' },
] as const;

/** A confidence in words, whichever number it is: others may have stored finer ones. */
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

/** When an article was published, said as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export function formatPublished(publishedAt: string): string {
  const shape = shapes[publishedAt.length];
  const date = new Date(publishedAt);
  if (shape === undefined || Number.isNaN(date.getTime())) return publishedAt;
  return new Intl.DateTimeFormat('en-GB', { ...shape, timeZone: 'UTC' }).format(date);
}

/** What leads to the readings of others, by how many are open to this person. */
export function otherLayersMessage(count: number): string {
  return count === 1 ? 'See 1 other reading' : `See ${count} other readings`;
}
