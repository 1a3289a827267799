import type { HistoryView } from '@/lib/annotation/history';
import { areSameAttributes } from '@/lib/annotation/attributes';
import { isSameSpan } from '@/lib/annotation/span';
import { shortQuote } from './deed-words';

type Version = HistoryView['items'][number];

/** What one version of an annotation changed, in words. */
export type HistoryLine = { version: number; words: string; at: string };

function changes(before: Version, after: Version, nameOf: (key: string) => string): string[] {
  const words: string[] = [];
  if (before.label !== after.label) words.push(`relabelled ${nameOf(after.label)}`);
  if (!isSameSpan(before.segments, after.segments))
    words.push(`moved to “${shortQuote(after.quote, 40)}”`);
  if (before.note !== after.note) words.push(after.note === '' ? 'note taken out' : 'note written');
  if (before.confidence !== after.confidence) words.push('confidence changed');
  if (!areSameAttributes(before.attributes, after.attributes)) words.push('attributes changed');
  return words;
}

/** A line for each version, the first one first. */
export function historyLines(
  versions: readonly Version[],
  nameOf: (key: string) => string,
): HistoryLine[] {
  return versions.map((after, place) => {
    const before = versions[place - 1];
    const line = (words: string) => ({
      version: after.version,
      words: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
      at: after.at,
    });
    if (after.deed === 'remove') return line('removed');
    if (before === undefined) return line(`marked ${nameOf(after.label)}`);
    if (before.deed === 'remove') return line('brought back');
    return line(changes(before, after, nameOf).join(', ') || 'saved again');
  });
}
