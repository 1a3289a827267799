import type { AgainstUnit, Why } from '@/lib/adjudication/against-consensus';
import { isAlike } from '@/lib/adjudication/changes/unit-outcome';

/** Whose layer is compared with the consensus: the viewer's own (null), or that of a named analyst. */
export type Whose = { name: string | null };

/** “You” or the name, for the beginning of a sentence. */
export const subjectName = ({ name }: Whose): string => name ?? 'You';

/** The sentence for a differing passage without a decision; `isOpen`: the article is still being adjudicated. */
export function noDecisionMessage(
  { consensus }: Pick<AgainstUnit, 'consensus'>,
  isOpen: boolean,
): string {
  if (consensus.length > 0) return 'No decision covers this passage.';
  return isOpen
    ? 'No decision on this passage yet.'
    : 'No decision covers this passage: none of the adjudicated submissions annotated it so.';
}

/** How a layer and the consensus differ in a unit, in words. */
export function differenceMessage(unit: AgainstUnit, whose: Whose): string {
  const { kinds, mine, consensus } = unit;
  if (isAlike(unit)) return 'The same';
  if (kinds.length === 0) return 'Has other attributes';
  if (consensus.length === 0) return `Only ${whose.name ?? 'you'} annotated this`;
  if (mine.length === 0) return `${subjectName(whose)} annotated nothing here`;
  const phrases = kinds.map((kind) => {
    switch (kind) {
      case 'boundary':
        return 'begins or ends elsewhere';
      case 'label':
        return 'has another label';
      case 'nesting':
        return 'one is part of the other';
      case 'fragmentation':
        return 'is in more pieces on one side';
      case 'missing':
        return 'part of it is on one side alone';
    }
  });
  const sentence = phrases.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const rules: Record<string, string> = {
  unanimous: 'All annotators agreed.',
  majority: 'Most annotators agreed.',
  confidence: 'The annotators were confident enough.',
};

/** Why a decision was made: its reason or, where there is none, its rule. */
export function reasonMessage({ reason, rule }: Pick<Why, 'reason' | 'rule'>): string {
  if (reason !== '') return reason;
  return rule === '' ? 'No reason was given.' : (rules[rule] ?? 'A merge rule decided.');
}

/** Which passages are shown: those that differ, or all. */
export type AgainstFilter = 'differing' | 'all';

/** The numbers of differing and of equal passages, in words. */
export function againstCounts(units: readonly AgainstUnit[]): string {
  const differing = units.filter((unit) => !isAlike(unit)).length;
  const same = units.length - differing;
  return `${differing} ${differing === 1 ? 'passage differs' : 'passages differ'}, ${same} ${same === 1 ? 'is' : 'are'} the same.`;
}
