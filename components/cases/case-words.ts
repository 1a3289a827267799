import type { DecisionView } from '@/lib/adjudication/decision/decision-view';

type Decided = Pick<DecisionView, 'deed' | 'rule' | 'relation'>;

const deeds: Record<Exclude<DecisionView['deed'], 'relation' | 'rule'>, string> = {
  take: 'Took one version as it is',
  several: 'Took several versions',
  adjust: 'Took it with changes',
  own: 'Added where nobody had marked anything',
  reject: 'Rejected: nothing stands here',
};

const rules: Record<string, string> = {
  unanimous: 'A rule took what all say',
  majority: 'A rule took what most say',
  confidence: 'A rule took what its makers were sure of',
};

/** What was decided, in a few words. */
export function deedWords({ deed, rule, relation }: Decided): string {
  if (deed === 'relation')
    return relation?.stands === false ? 'Rejected a relation' : 'Took a relation';
  if (deed === 'rule') return rules[rule ?? ''] ?? 'A rule of the merge decided';
  return deeds[deed];
}

/** Why, in words: what was said, or that nothing was. */
export function whyWords({ reason, rule }: Pick<DecisionView, 'reason' | 'rule'>): string {
  if (reason !== '') return reason;
  return rule === null ? 'No reason was written.' : 'No reason: a rule decided.';
}

const day = (at: string): string => at.slice(0, 10);

/**
 * A decided case as plain text to be quoted: the passage, what was given and what was not, why, who,
 * when, where, and the address under which it stays.
 */
export function citation(
  decision: DecisionView,
  place: { project: string; labelName: (key: string) => string; address: string },
): string {
  const { quote, given, declined, articleTitle, source, by, at, endedAt } = decision;
  const names = (keys: readonly string[]) => keys.map(place.labelName).join(', ');
  return [
    `“${quote}”`,
    ...(given.length > 0 ? [`Given: ${names(given)}.`] : []),
    ...(declined.length > 0 ? [`Not given: ${names(declined)}.`] : []),
    `${deedWords(decision)}. Why: ${whyWords(decision)}`,
    `Decided by ${by.name}, ${day(at)}${endedAt === null ? '' : `; no longer in force since ${day(endedAt)}`}.`,
    `In “${articleTitle}”${source === null ? '' : ` (${source})`}, project “${place.project}”.`,
    place.address,
  ].join('\n');
}
