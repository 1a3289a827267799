import type { AgainstUnit } from '../against-consensus/against-consensus';
import { isAlike } from '../against-consensus/alike';

/**
 * What became of somebody’s work at a place. kept: the consensus has the same. changed: it has it
 * otherwise. rejected: they had something there, and the consensus has nothing. missed: the consensus
 * has something where they had nothing. waiting: nobody has decided yet.
 */
export const placeOutcomes = ['kept', 'changed', 'rejected', 'missed', 'waiting'] as const;

/** What became of somebody’s work at a place. */
export type PlaceOutcome = (typeof placeOutcomes)[number];

/** How many places came out how. */
export type OutcomeCounts = Record<PlaceOutcome, number>;

type Place = Pick<AgainstUnit, 'kinds' | 'mine' | 'settled' | 'whys'>;

/**
 * What became of the place. While the article is not settled yet, a mark that the consensus does not
 * have counts as rejected only once a decision says so.
 */
export function placeOutcome(place: Place, isSettled: boolean): PlaceOutcome {
  if (place.mine.length === 0) return 'missed';
  if (place.settled.length === 0)
    return isSettled || place.whys.length > 0 ? 'rejected' : 'waiting';
  return isAlike(place) ? 'kept' : 'changed';
}

/** How many of the places came out how; the sum is their number. */
export function countOutcomes(places: readonly Place[], isSettled: boolean): OutcomeCounts {
  const counts: OutcomeCounts = { kept: 0, changed: 0, rejected: 0, missed: 0, waiting: 0 };
  for (const place of places) counts[placeOutcome(place, isSettled)] += 1;
  return counts;
}
