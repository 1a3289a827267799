import type { SettlingProgress } from '@/lib/adjudication/overview/settling-overview';

type Progress = Pick<
  SettlingProgress,
  'submitted' | 'unsubmitted' | 'state' | 'people' | 'rules' | 'attributes' | 'merge'
>;

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** How many readings there are of an article: “3 submitted, 1 at work”. */
export function readingsWords({ submitted, unsubmitted }: Progress): string {
  if (submitted + unsubmitted === 0) return 'Nobody has begun';
  const atWork = unsubmitted === 0 ? [] : [`${unsubmitted.toLocaleString('en')} at work`];
  return [`${submitted.toLocaleString('en')} submitted`, ...atWork].join(', ');
}

/** How far an article is settled, in a word or two. */
export function stateWords({ submitted, state, people, rules }: Progress): string {
  if (state === 'submitted') return 'Settled';
  if (people + rules > 0) return 'Begun';
  return submitted === 0 ? 'Waits for readings' : 'To be settled';
}

/** What stands, as parts of a bar; `open` is what the last merge left to people and they have not decided since, as far as that is known. */
export function progressParts({ people, rules, attributes, merge }: Progress): {
  people: number;
  rules: number;
  open: number;
} {
  const settledByRule = rules - attributes;
  const open = merge === null ? 0 : Math.max(0, merge.units - people - settledByRule);
  return { people, rules: settledByRule, open };
}

/** What stands, in words. */
export function progressWords(progress: Progress): string {
  const { people, rules, open } = progressParts(progress);
  if (people + rules + open === 0) return 'Nothing is decided yet';
  return [
    `${counted(people, 'place', 'places')} by people`,
    `${rules.toLocaleString('en')} by rule`,
    ...(open === 0 ? [] : [`${open.toLocaleString('en')} open`]),
  ].join(', ');
}
