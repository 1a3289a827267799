import type { AttributeValue } from '@/lib/annotation/annotation';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** Attributes as most say them, and the names of those on which as many say something else, sorted. */
export type VotedAttributes = { attributes: Record<string, AttributeValue>; open: string[] };

/**
 * Gives each attribute the value that more say than any other; to say nothing is a vote too. Where two
 * values are said as often, most often, the attribute is left out and named as open.
 */
export function votedAttributes(votes: readonly Attributes[]): VotedAttributes {
  const names = [...new Set(votes.flatMap((attributes) => Object.keys(attributes)))].sort();
  const taken: [string, AttributeValue][] = [];
  const open: string[] = [];
  for (const name of names) {
    const counts = new Map<AttributeValue | undefined, number>();
    for (const attributes of votes) {
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const maxCount = Math.max(...counts.values());
    const leading = [...counts].filter(([, count]) => count === maxCount);
    const [value] = leading[0] ?? [];
    if (leading.length > 1) open.push(name);
    else if (value !== undefined) taken.push([name, value]);
  }
  return { attributes: Object.fromEntries(taken), open };
}
