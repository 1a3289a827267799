import type { DecisionView } from '@/lib/adjudication/decision/decision-view';

type Decided = Pick<DecisionView, 'kind' | 'rule' | 'relation'>;

const kindText: Record<Exclude<DecisionView['kind'], 'relation' | 'rule'>, string> = {
  take: 'Took one version as it is',
  several: 'Took several versions',
  adjust: 'Took it with changes',
  own: 'Added where nobody had annotated anything',
  reject: 'Rejected: no annotation here',
};

const rules: Record<string, string> = {
  unanimous: 'A rule took what all annotators agree on',
  majority: 'A rule took what most annotators agree on',
  confidence: 'A rule took what annotators were confident of',
};

/** What was decided, in a few words. */
export function decisionKindText({ kind, rule, relation }: Decided): string {
  if (kind === 'relation')
    return relation?.isInConsensus === false ? 'Rejected a relation' : 'Took a relation';
  if (kind === 'rule') return rules[rule ?? ''] ?? 'A rule of the merge decided';
  return kindText[kind];
}

/** The reason of a decision, or that none was given. */
export function reasonText({ reason, rule }: Pick<DecisionView, 'reason' | 'rule'>): string {
  if (reason !== '') return reason;
  return rule === null ? 'No reason was written.' : 'No reason: a rule decided.';
}

const day = (at: string): string => at.slice(0, 10);

/**
 * A decision as plain text to be quoted: the passage, final and rejected labels, reason, who, when,
 * where, and its permanent address.
 */
export function citation(
  decision: DecisionView,
  context: { project: string; labelName: (key: string) => string; address: string },
): string {
  const { quote, finalLabels, rejectedLabels, articleTitle, source, by, at, endedAt } = decision;
  const names = (keys: readonly string[]) => keys.map(context.labelName).join(', ');
  return [
    `“${quote}”`,
    ...(finalLabels.length > 0 ? [`Final: ${names(finalLabels)}.`] : []),
    ...(rejectedLabels.length > 0 ? [`Rejected: ${names(rejectedLabels)}.`] : []),
    `${decisionKindText(decision)}. Why: ${reasonText(decision)}`,
    `Decided by ${by.name}, ${day(at)}${endedAt === null ? '' : `; no longer in force since ${day(endedAt)}`}.`,
    `In “${articleTitle}”${source === null ? '' : ` (${source})`}, project “${context.project}”.`,
    context.address,
  ].join('\n');
}
