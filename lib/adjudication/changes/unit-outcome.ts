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

/**
 * Whether the layer and the consensus agree in a unit, attributes included. Notes and confidence do
 * not count.
 */
export function isAlike({ kinds, mine, consensus }: Sides): boolean {
  if (kinds.length > 0) return false;
  const [own, theirs] = [contentsOf(mine), contentsOf(consensus)];
  return own.every((content, at) => content === theirs[at]);
}

/**
 * The outcome of somebody's annotations in a unit. unchanged: the consensus has the same. changed:
 * it has something else. rejected: they had annotations there, and the consensus has none. missed:
 * the consensus has annotations where they had none. waiting: nobody has decided yet.
 */
export const unitOutcomes = ['unchanged', 'changed', 'rejected', 'missed', 'waiting'] as const;

/** The outcome of somebody's annotations in a unit. */
export type UnitOutcome = (typeof unitOutcomes)[number];

/** How many units have which outcome. */
export type OutcomeCounts = Record<UnitOutcome, number>;

type ComparedSides = Pick<AgainstUnit, 'kinds' | 'mine' | 'consensus' | 'whys'>;

/**
 * The outcome of the unit. While the article is not resolved, annotations that the consensus does
 * not have count as rejected only once a decision says so.
 */
export function unitOutcome(unit: ComparedSides, isResolved: boolean): UnitOutcome {
  if (unit.mine.length === 0) return 'missed';
  if (unit.consensus.length === 0)
    return isResolved || unit.whys.length > 0 ? 'rejected' : 'waiting';
  return isAlike(unit) ? 'unchanged' : 'changed';
}

/** How many of the units have which outcome; the counts add up to their number. */
export function countOutcomes(units: readonly ComparedSides[], isResolved: boolean): OutcomeCounts {
  const counts: OutcomeCounts = { unchanged: 0, changed: 0, rejected: 0, missed: 0, waiting: 0 };
  for (const unit of units) counts[unitOutcome(unit, isResolved)] += 1;
  return counts;
}
