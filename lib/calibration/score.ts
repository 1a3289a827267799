import { z } from 'zod';
import type { ComparedAnnotation } from '@/lib/comparison/compared-annotation';
import { measured, measuredBy } from './measured';
import { tallyOf } from './tally';
import { layTallies, sumTallies } from './tally-sums';

/** How a reading of one article does against its consensus: all labels together, and each that either has. */
export const score = z.object({
  all: measured,
  labels: z.array(measured.extend({ label: z.string() })),
});

/** How a reading of one article does against its consensus. */
export type Score = z.infer<typeof score>;

/** Scores a reading by the consensus. Marks and `length` in code points. */
export function scoreOf(
  mine: readonly ComparedAnnotation[],
  consensus: readonly ComparedAnnotation[],
  length: number,
): Score {
  const sums = sumTallies(layTallies([tallyOf(mine, consensus, length)]));
  const labelIndices = sums.labels.map((_, at) => at);
  return {
    all: measuredBy(sums, labelIndices),
    labels: sums.labels.map((label, at) => ({ label, ...measuredBy(sums, [at]) })),
  };
}

/** Whether a score passes: its F1 by characters reaches the mark; null asks for nothing. */
export function passes({ all }: Score, passMark: number | null): boolean {
  return passMark === null || all.f1Characters >= passMark;
}
