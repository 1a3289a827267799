import { counted } from '@/components/ui/format-text';
import { reasonMessage } from '@/components/workbench/against-consensus-messages';
import type { MergeCounts, BoundaryRule, MergeStrategy } from '@/lib/adjudication/merge/merge';
import type { WorkspaceDecision } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Passage, PassageState } from './passage';

/** How places in each state are drawn, in the order in which a bar has them. */
export const stateColors = {
  person: '#0072b2',
  rule: '#56b4e9',
  attributes: '#e69f00',
  changed: '#d55e00',
  open: '#868e96',
} satisfies Partial<Record<Passage['state'], string>>;

/** What each state is called, and what it means. */
export const stateText: Record<PassageState, { name: string; means: string }> = {
  open: { name: 'Open', means: 'Nobody has decided yet.' },
  changed: { name: 'Asks again', means: 'Something is said here now that was not said then.' },
  attributes: { name: 'Attributes open', means: 'A rule settled it but for a tie in attributes.' },
  rule: { name: 'By rule', means: 'A rule of the merge settled it.' },
  person: { name: 'Settled', means: 'Somebody decided.' },
  elsewhere: { name: 'Without readings', means: 'No reading says anything here (any more).' },
};

const kindText: Record<WorkspaceDecision['kind'], string> = {
  take: 'Taken as it was',
  several: 'Several versions taken',
  adjust: 'Adjusted',
  own: 'Written by hand',
  reject: 'All rejected',
  relation: 'An arrow decided',
  rule: 'Settled by rule',
};

/** What a decision did, in words. */
export const decisionMessage = ({ kind }: Pick<WorkspaceDecision, 'kind'>): string =>
  kindText[kind];

/** Why a decision was made. */
export const decisionReasonMessage = ({
  reason,
  rule,
}: Pick<WorkspaceDecision, 'reason' | 'rule'>): string =>
  reasonMessage({ reason, rule: rule ?? '' });

/** How far a desk is: “14 of 61 places are settled; 3 ask again.” */
export function progressMessage(counts: Record<PassageState, number>): string {
  const { open, changed, attributes, rule, person } = counts;
  const all = open + changed + attributes + rule + person;
  if (all === 0) return 'No reading marks anything.';
  const resolved = rule + person;
  const again = changed === 0 ? '' : `; ${changed} ${changed === 1 ? 'asks' : 'ask'} again`;
  if (resolved === all) return `All ${counted(all, 'place')} ${all === 1 ? 'is' : 'are'} settled`;
  return `${resolved.toLocaleString('en')} of ${counted(all, 'place')} ${all === 1 ? 'is' : 'are'} settled${again}`;
}

/** The letter by which a version is called where its number would be taken for a reading. */
export const versionLetter = (at: number): string => String.fromCharCode(65 + at);

/** Who is at a place too, in words; empty for nobody. */
export function alsoHereMessage(names: readonly string[]): string {
  if (names.length === 0) return '';
  const last = names.at(-1) ?? '';
  const all = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  return `${all} ${names.length === 1 ? 'is' : 'are'} at this place too.`;
}

/** What each way to find where a majority’s annotation begins and ends is called, and what it does. */
export const boundaryText: Record<BoundaryRule, { name: string; means: string }> = {
  exact: { name: 'Exactly alike', means: 'Only where most have it to the character.' },
  union: { name: 'All that any of them marks', means: 'From the first start to the last end.' },
  intersection: { name: 'What all of them mark', means: 'Only the words that they share.' },
  characters: {
    name: 'What most of them mark',
    means: 'Each character that more than half of them mark.',
  },
  central: {
    name: 'The most central reading',
    means: 'As the one has it whose mark is most like those of the others.',
  },
};

/** What a strategy does, in one sentence. */
export function strategyMessage({ majority, confidence }: MergeStrategy): string {
  const percent = confidence === null ? '' : `${Math.round(confidence.least * 100)} %`;
  const parts = [
    'Settles what all say alike',
    majority === null
      ? ''
      : `and a label that most give (${boundaryText[majority.boundary].name.toLowerCase()})`,
    confidence?.use === 'decide'
      ? `and the one version whose makers are at least ${percent} sure`
      : '',
  ].filter((part) => part !== '');
  const only = confidence?.use === 'require' ? `, where those who said so are ${percent} sure` : '';
  return `${parts.join(' ')}${only}. Everything else is left to people.`;
}

/** The parts of all places by what becomes of them, in the order in which they are drawn. */
export const mergeParts = [
  { key: 'unanimous', name: 'All say the same', color: '#0072b2' },
  { key: 'majority', name: 'Most say so', color: '#56b4e9' },
  { key: 'confidence', name: 'Sure enough', color: '#009e73' },
  { key: 'people', name: 'Decided by people', color: '#cc79a7' },
  { key: 'open', name: 'Left to people', color: '#868e96' },
] as const;

/** How many places a merge settles by rule. */
export const byRule = ({ unanimous, majority, confidence }: MergeCounts): number =>
  unanimous + majority + confidence;

/** What a merge would do to the consensus, in words. */
export function effectMessage({ added, rewritten, removed, attributes }: MergeCounts): string {
  const does = [
    added === 0 ? '' : `adds ${counted(added, 'annotation')}`,
    rewritten === 0 ? '' : `changes ${counted(rewritten, 'annotation')}`,
    removed === 0 ? '' : `takes ${counted(removed, 'annotation')} out`,
  ].filter((part) => part !== '');
  const ties =
    attributes === 0 ? '' : ` ${counted(attributes, 'place')} keep a tie in attributes open.`;
  if (does.length === 0)
    return `It changes nothing: everything stands as it would be settled.${ties}`;
  return `It ${does.join(', ')}.${ties}`;
}
