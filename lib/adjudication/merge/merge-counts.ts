import { z } from 'zod';

const count = z.int().nonnegative();

/** How many units a merge found, and what became of them. */
export const mergeCounts = z.object({
  units: count,
  /** Settled by each rule, as it stands after the merge. */
  unanimous: count,
  majority: count,
  confidence: count,
  /** Of those, settled but for attributes on which there is a tie. */
  attributes: count,
  /** Left to people, since no rule settles them. */
  open: count,
  /** Decided by people, and left as they are. */
  people: count,
  /** Of those, with something said now that was not said then: to be looked at again. */
  changed: count,
  /** Annotations that rules add to the consensus, change and take out of it. */
  added: count,
  rewritten: count,
  removed: count,
});

/** How many units a merge found, and what became of them. */
export type MergeCounts = z.infer<typeof mergeCounts>;

/** Counts before anything is counted. */
export const noMergeCounts: MergeCounts = {
  units: 0,
  unanimous: 0,
  majority: 0,
  confidence: 0,
  attributes: 0,
  open: 0,
  people: 0,
  changed: 0,
  added: 0,
  rewritten: 0,
  removed: 0,
};

/** The counts of several articles together. */
export function addCounts(one: MergeCounts, other: MergeCounts): MergeCounts {
  const sum = { ...one };
  for (const name of Object.keys(noMergeCounts) as (keyof MergeCounts)[]) sum[name] += other[name];
  return sum;
}
