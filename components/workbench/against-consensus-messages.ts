import type { AgainstUnit, Why } from '@/lib/adjudication/against-consensus/against-consensus';
import { isAlike } from '@/lib/adjudication/against-consensus/alike';

/** Whose reading is laid beside the consensus: the reader's own, or somebody's of this name. */
export type Whose = { name: string | null };

/** “You” or the name, at the beginning of a sentence. */
export const subjectName = ({ name }: Whose): string => name ?? 'You';

/** What is said where no decision names a place at which the two part; `isOpen`: its article is still being settled. */
export function noDecisionMessage(
  { consensus }: Pick<AgainstUnit, 'consensus'>,
  isOpen: boolean,
): string {
  if (consensus.length > 0) return 'No decision names this place.';
  return isOpen
    ? 'Nobody has decided about this place yet.'
    : 'No decision names this place: nobody whose reading was settled marked it so.';
}

/** How a reading and the consensus part at a place, in words. */
export function differenceMessage(unit: AgainstUnit, whose: Whose): string {
  const { kinds, mine, consensus } = unit;
  if (isAlike(unit)) return 'The same';
  if (kinds.length === 0) return 'Has other attributes';
  if (consensus.length === 0) return `Only ${whose.name ?? 'you'} marked this`;
  if (mine.length === 0) return `${subjectName(whose)} marked nothing here`;
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
  unanimous: 'All readings said the same.',
  majority: 'Most readings said so.',
  confidence: 'Those who said it were sure enough.',
};

/** Why a decision was made: what was said, or else which rule it was. */
export function reasonMessage({ reason, rule }: Pick<Why, 'reason' | 'rule'>): string {
  if (reason !== '') return reason;
  return rule === '' ? 'No reason was written.' : (rules[rule] ?? 'A rule of the merge decided.');
}

/** Which places are shown: those where the two part, or all. */
export type AgainstFilter = 'differing' | 'all';

/** How many places part and how many there are, in words. */
export function againstCounts(units: readonly AgainstUnit[]): string {
  const differing = units.filter((unit) => !isAlike(unit)).length;
  const same = units.length - differing;
  return `${differing} ${differing === 1 ? 'place differs' : 'places differ'}, ${same} ${same === 1 ? 'is' : 'are'} the same.`;
}
