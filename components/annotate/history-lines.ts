import type { HistoryView } from '@/lib/annotation/history';
import { areSameAttributes } from '@/lib/annotation/attributes';
import { isSameSpan } from '@/lib/annotation/span';
import { shortQuote } from '@/components/ui/format-text';

type Version = HistoryView['items'][number];

/** What one version of an annotation changed, in words. */
export type HistoryLine = { version: number; text: string; at: string };

function changes(before: Version, after: Version, nameOf: (key: string) => string): string[] {
  const descriptions: string[] = [];
  if (before.label !== after.label) descriptions.push(`relabelled ${nameOf(after.label)}`);
  if (!isSameSpan(before.segments, after.segments))
    descriptions.push(`moved to “${shortQuote(after.quote, 40)}”`);
  if (before.note !== after.note)
    descriptions.push(after.note === '' ? 'note taken out' : 'note written');
  if (before.confidence !== after.confidence) descriptions.push('confidence changed');
  if (!areSameAttributes(before.attributes, after.attributes))
    descriptions.push('attributes changed');
  return descriptions;
}

/** A line for each version, the first one first. */
export function historyLines(
  versions: readonly Version[],
  nameOf: (key: string) => string,
): HistoryLine[] {
  return versions.map((after, index) => {
    const before = versions[index - 1];
    const line = (text: string) => ({
      version: after.version,
      text: `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
      at: after.at,
    });
    if (after.kind === 'remove') return line('removed');
    if (before === undefined) return line(`marked ${nameOf(after.label)}`);
    if (before.kind === 'remove') return line('brought back');
    return line(changes(before, after, nameOf).join(', ') || 'saved again');
  });
}
