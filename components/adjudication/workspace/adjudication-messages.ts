import { counted } from '@/components/ui/format-text';
import { reasonMessage } from '@/components/workbench/against-consensus-messages';
import type { MergeCounts, BoundaryRule, MergeStrategy } from '@/lib/adjudication/merge/merge';
import type { WorkspaceDecision } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Passage, PassageState } from './passage';

/** The colour of passages in each state, in the order of the bar's parts. */
export const stateColors = {
  person: '#0072b2',
  rule: '#56b4e9',
  attributes: '#e69f00',
  changed: '#d55e00',
  open: '#868e96',
} satisfies Partial<Record<Passage['state'], string>>;

/** The name and the explanation of each state. */
export const stateText: Record<PassageState, { name: string; means: string }> = {
  open: { name: 'Open', means: 'Nobody has decided yet.' },
  changed: { name: 'To review', means: 'Annotations here have changed since the decision.' },
  attributes: {
    name: 'Attributes open',
    means: 'Resolved by rule except for a tie in attributes.',
  },
  rule: { name: 'By rule', means: 'Resolved by rule.' },
  person: { name: 'Resolved', means: 'Decided by a manager.' },
  elsewhere: {
    name: 'Without annotations',
    means: 'No analyst has an annotation here (any more).',
  },
};

const kindText: Record<WorkspaceDecision['kind'], string> = {
  take: 'Taken as it was',
  several: 'Several versions taken',
  adjust: 'Adjusted',
  own: 'Written by hand',
  reject: 'All rejected',
  relation: 'A relation decided',
  rule: 'Resolved by rule',
};

/** What a decision did. */
export const decisionMessage = ({ kind }: Pick<WorkspaceDecision, 'kind'>): string =>
  kindText[kind];

/** Why a decision was made. */
export const decisionReasonMessage = ({
  reason,
  rule,
}: Pick<WorkspaceDecision, 'reason' | 'rule'>): string =>
  reasonMessage({ reason, rule: rule ?? '' });

/** How far an article is resolved: “14 of 61 passages are resolved; 3 to review”. */
export function progressMessage(counts: Record<PassageState, number>): string {
  const { open, changed, attributes, rule, person } = counts;
  const all = open + changed + attributes + rule + person;
  if (all === 0) return 'There are no annotations.';
  const resolved = rule + person;
  const again = changed === 0 ? '' : `; ${changed.toLocaleString('en')} to review`;
  if (resolved === all)
    return `All ${counted(all, 'passage')} ${all === 1 ? 'is' : 'are'} resolved`;
  return `${resolved.toLocaleString('en')} of ${counted(all, 'passage')} ${all === 1 ? 'is' : 'are'} resolved${again}`;
}

/** The letter that names a version where its number could be mistaken for an analyst's. */
export const versionLetter = (at: number): string => String.fromCharCode(65 + at);

/** Who else is at a passage; empty for nobody. */
export function alsoHereMessage(names: readonly string[]): string {
  if (names.length === 0) return '';
  const last = names.at(-1) ?? '';
  const all = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  return `${all} ${names.length === 1 ? 'is' : 'are'} at this passage too.`;
}

/** The name and the explanation of each rule for the boundaries of a majority's annotation. */
export const boundaryText: Record<BoundaryRule, { name: string; means: string }> = {
  exact: { name: 'Exact match', means: 'Only where most have it to the character.' },
  union: { name: 'Union', means: 'Everything that any of them covers.' },
  intersection: { name: 'Intersection', means: 'Only what all of them cover.' },
  characters: {
    name: 'Majority of characters',
    means: 'Each character that more than half of them cover.',
  },
  central: {
    name: 'Most central annotation',
    means: 'The one whose span is most similar to those of the others.',
  },
};

/** What a strategy does, in one sentence. */
export function strategyMessage({ majority, confidence }: MergeStrategy): string {
  const percent = confidence === null ? '' : `${Math.round(confidence.least * 100)} %`;
  const parts = [
    'Resolves what all annotators agree on',
    majority === null
      ? ''
      : `and a label that a majority gives (${boundaryText[majority.boundary].name.toLowerCase()})`,
    confidence?.use === 'decide'
      ? `and the one version whose annotators are at least ${percent} confident`
      : '',
  ].filter((part) => part !== '');
  const only =
    confidence?.use === 'require' ? `, where its annotators are at least ${percent} confident` : '';
  return `${parts.join(' ')}${only}. Everything else is left to resolve by hand.`;
}

/** The parts of all passages by what a merge does with them, in drawing order. */
export const mergeParts = [
  { key: 'unanimous', name: 'Unanimous', color: '#0072b2' },
  { key: 'majority', name: 'Majority', color: '#56b4e9' },
  { key: 'confidence', name: 'By confidence', color: '#009e73' },
  { key: 'people', name: 'Decided by people', color: '#cc79a7' },
  { key: 'open', name: 'To resolve by hand', color: '#868e96' },
] as const;

/** How many passages a merge resolves by rule. */
export const byRule = ({ unanimous, majority, confidence }: MergeCounts): number =>
  unanimous + majority + confidence;

/** What a merge changes in the consensus. */
export function effectMessage({ added, rewritten, removed, attributes }: MergeCounts): string {
  const does = [
    added === 0 ? '' : `adds ${counted(added, 'annotation')}`,
    rewritten === 0 ? '' : `changes ${counted(rewritten, 'annotation')}`,
    removed === 0 ? '' : `deletes ${counted(removed, 'annotation')}`,
  ].filter((part) => part !== '');
  const ties =
    attributes === 0
      ? ''
      : ` ${counted(attributes, 'passage')} ${attributes === 1 ? 'keeps' : 'keep'} a tie in attributes open.`;
  if (does.length === 0) return `It changes nothing: the consensus is up to date.${ties}`;
  return `It ${does.join(', ')}.${ties}`;
}
