import type { AgainstUnit } from '@/lib/adjudication/against-consensus';

type Sides = Pick<AgainstUnit, 'kinds' | 'mine' | 'consensus'>;

const contentsOf = (annotations: Sides['mine']): string[] =>
  annotations
    .map(({ label, attributes }) =>
      JSON.stringify([
        label,
        Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1)),
      ]),
    )
    .sort();

/** Whether both sides of a place say the same, in their attributes too. Notes and confidence are each one’s own. */
export function isAlike({ kinds, mine, consensus }: Sides): boolean {
  if (kinds.length > 0) return false;
  const [own, theirs] = [contentsOf(mine), contentsOf(consensus)];
  return own.every((content, at) => content === theirs[at]);
}

/**
 * What became of somebody’s work at a place. kept: the consensus has the same. changed: it has it
 * otherwise. rejected: they had something there, and the consensus has nothing. missed: the consensus
 * has something where they had nothing. waiting: nobody has decided yet.
 */
export const unitOutcomes = ['unchanged', 'changed', 'rejected', 'missed', 'waiting'] as const;

/** What became of somebody’s work at a place. */
export type UnitOutcome = (typeof unitOutcomes)[number];

/** How many places came out how. */
export type OutcomeCounts = Record<UnitOutcome, number>;

type ComparedSides = Pick<AgainstUnit, 'kinds' | 'mine' | 'consensus' | 'whys'>;

/**
 * What became of the place. While the article is not settled yet, a mark that the consensus does not
 * have counts as rejected only once a decision says so.
 */
export function unitOutcome(unit: ComparedSides, isResolved: boolean): UnitOutcome {
  if (unit.mine.length === 0) return 'missed';
  if (unit.consensus.length === 0)
    return isResolved || unit.whys.length > 0 ? 'rejected' : 'waiting';
  return isAlike(unit) ? 'unchanged' : 'changed';
}

/** How many of the places came out how; the sum is their number. */
export function countOutcomes(units: readonly ComparedSides[], isResolved: boolean): OutcomeCounts {
  const counts: OutcomeCounts = { unchanged: 0, changed: 0, rejected: 0, missed: 0, waiting: 0 };
  for (const unit of units) counts[unitOutcome(unit, isResolved)] += 1;
  return counts;
}
