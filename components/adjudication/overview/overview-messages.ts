import type { BarPart } from '@/components/charts/bar-plot';
import { stateColors } from '@/components/adjudication/workspace/adjudication-messages';
import type { AdjudicationProgress } from '@/lib/adjudication/overview/adjudication-overview';

type Progress = Pick<
  AdjudicationProgress,
  'submitted' | 'unsubmitted' | 'state' | 'people' | 'rules' | 'attributes' | 'merge'
>;

/** How many layers of an article are submitted and in progress: “3 submitted, 1 in progress”. */
export function submissionsMessage({ submitted, unsubmitted }: Progress): string {
  if (submitted + unsubmitted === 0) return 'Nobody has begun';
  const atWork = unsubmitted === 0 ? [] : [`${unsubmitted.toLocaleString('en')} in progress`];
  return [`${submitted.toLocaleString('en')} submitted`, ...atWork].join(', ');
}

/** How far an article is resolved, in a word or two. */
export function articleStateMessage({ submitted, state, people, rules }: Progress): string {
  if (state === 'submitted') return 'Resolved';
  if (people + rules > 0) return 'In progress';
  return submitted === 0 ? 'Waiting for submissions' : 'To adjudicate';
}

/**
 * What is decided, as parts of a bar: by people, by rule, and open, which is what the last merge
 * found and nobody has decided since, as far as that is known.
 */
export function progressParts({ people, rules, attributes, merge }: Progress): BarPart[] {
  const byRule = rules - attributes;
  const open = merge === null ? attributes : Math.max(0, merge.units - people - byRule);
  return [
    { key: 'person', name: 'By people', count: people, color: stateColors.person },
    { key: 'rule', name: 'By rule', count: byRule, color: stateColors.rule },
    { key: 'open', name: 'Open', count: open, color: stateColors.open },
  ];
}
