import type { OutcomeCounts, UnitOutcome } from '@/lib/adjudication/changes/unit-outcome';
import { unitOutcomes } from '@/lib/adjudication/changes/unit-outcome';

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
