import { counted } from '@/components/ui/format-text';
import type { MergeCounts } from '@/lib/adjudication/merge/merge-counts';
import type { BoundaryRule, MergeStrategy } from '@/lib/adjudication/merge-strategy';

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
