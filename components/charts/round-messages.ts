import { counted } from '@/components/ui/format-text';
import { decimals } from './figure-text';

/** Where a round of a project stands on the pages. */
export const roundAddress = (projectId: string, number?: number): string =>
  `/projects/${projectId}/rounds${number === undefined ? '' : `/${number}`}`;

/** A difference between two figures, with its sign; a dash where there is none. */
export function differenceText(difference: number | null): string {
  if (difference === null) return '–';
  const written = decimals(difference);
  return /[1-9]/.test(written) && difference > 0 ? `+${written}` : written;
}

/** The ends of an interval of a difference, “−0.02 to +0.31”. */
export function differencesText({ low, high }: { low: number; high: number }): string {
  return `${differenceText(low)} to ${differenceText(high)}`;
}

/** So many readings of so many articles, in words. */
export function formatLayerCount(layers: number, articles: number): string {
  return `${counted(layers, 'reading')} of ${counted(articles, 'article')}`;
}

/** What closing does to readings that are open again, in a sentence. */
export function closingMessage(reopened: number): string {
  if (reopened === 0) return 'No reading is open again, so closing changes none of them.';
  const are = reopened === 1 ? 'is' : 'are';
  return `${counted(reopened, 'reading')} ${are} still open again: closing submits ${reopened === 1 ? 'it' : 'them'} as ${reopened === 1 ? 'it stands' : 'they stand'}.`;
}

/** What an analyst did in a round, in words. */
export function formatChanges({
  added,
  removed,
  relabelled,
  moved,
}: {
  added: number;
  removed: number;
  relabelled: number;
  moved: number;
}): string {
  return [
    [added, 'added'],
    [removed, 'removed'],
    [relabelled, 'relabelled'],
    [moved, 'moved'],
  ]
    .map(([count, word]) => `${Number(count).toLocaleString('en-US')} ${word}`)
    .join(', ');
}
