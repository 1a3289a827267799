import { z } from 'zod';
import type { IntervalOrReason } from '@/lib/agreement/percentile-bootstrap';
import { minDocuments, intervalOf } from '@/lib/agreement/percentile-bootstrap';
import { seededRandom } from '@/lib/agreement/seeded-random';
import type { Measured } from './score';
import { measured, measuredBy, measures, valueOf } from './score';
import { flattenTallies, sumTallies } from './tally';
import type { Tally, FlatTallies, TallySums } from './tally';

const interval = z.object({ low: z.number(), high: z.number() }).nullable();

/** Somebody's agreement with the consensus, over several articles. */
export const estimate = measured.extend({
  /** How many articles it rests on; of a label, those in which either side has it. */
  articles: z.int().nonnegative(),
  /** 95 % percentile intervals over articles; null where there is none. */
  intervals: z.object({
    f1Characters: interval,
    f1Overlap: interval,
    f1Exact: interval,
    alpha: interval,
  }),
  /** Why there are no intervals; null where there are. */
  intervalReason: z.string().nullable(),
});

/** Somebody's agreement with the consensus, over several articles. */
export type Estimate = z.infer<typeof estimate>;

/** The number of bootstrap replicates (1000 by default) and the seed of the random numbers (1). */
export type Draws = { replicates?: number; seed?: number };

/** Labels that are pooled, as indices; and in how many articles they are. */
type Group = { labelIndices: readonly number[]; articles: number };

const noIntervals = { f1Characters: null, f1Overlap: null, f1Exact: null, alpha: null };

const tooFewMessage = (articles: number): string =>
  `too few articles for an interval: ${articles}, and it needs ${minDocuments}`;

/**
 * Bootstrap replicates of every measure of every group, from the same draws of as many articles
 * with replacement.
 */
function replicated(
  flat: FlatTallies,
  groups: readonly Group[],
  { replicates = 1000, seed = 1 }: Draws,
) {
  const articles = flat.lengths.length;
  const { integer } = seededRandom(seed);
  const values = groups.map(() => measures.map((): number[] => []));
  const counts = new Int32Array(articles);
  for (let replicate = 0; replicate < replicates; replicate++) {
    counts.fill(0);
    for (let draw = 0; draw < articles; draw++) {
      const at = integer(articles);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    const sums = sumTallies(flat, counts);
    for (const [at, { labelIndices }] of groups.entries()) {
      const one = measuredBy(sums, labelIndices);
      // A draw without annotations on either side says nothing about agreement.
      if (one.mine + one.consensus === 0) continue;
      for (const [measureIndex, measure] of measures.entries()) {
        const value = valueOf(one, measure);
        if (value !== null) values[at]?.[measureIndex]?.push(value);
      }
    }
  }
  return values.map((ofGroup): IntervalOrReason[] =>
    ofGroup.map((defined) => intervalOf(defined, replicates - defined.length, 0.95)),
  );
}

const ends = (result: IntervalOrReason | undefined) =>
  result?.interval ? { low: result.interval.low, high: result.interval.high } : null;

function estimated(
  one: Measured,
  articles: number,
  intervals: readonly IntervalOrReason[] | undefined,
): Estimate {
  if (intervals === undefined || articles < minDocuments)
    return { ...one, articles, intervals: noIntervals, intervalReason: tooFewMessage(articles) };
  const [f1Characters, f1Overlap, f1Exact, alpha] = intervals.map(ends);
  return {
    ...one,
    articles,
    intervals: {
      f1Characters: f1Characters ?? null,
      f1Overlap: f1Overlap ?? null,
      f1Exact: f1Exact ?? null,
      alpha: alpha ?? null,
    },
    intervalReason: null,
  };
}

function groupsOf({ labels, labelIndices }: FlatTallies, articles: number): Group[] {
  const articlesWith = labels.map(() => 0);
  for (const at of labelIndices) articlesWith[at] = (articlesWith[at] ?? 0) + 1;
  const all = { labelIndices: labels.map((_, at) => at), articles };
  return [all, ...labels.map((_, at) => ({ labelIndices: [at], articles: articlesWith[at] ?? 0 }))];
}

/**
 * Pools tallies, one per article: all labels together, and each. Intervals are 95 % percentile
 * bootstraps over articles, since the spans of one article are not independent; below ten articles
 * (for a label: with it) there are none.
 */
export function estimatesOf(
  tallies: readonly Tally[],
  draws: Draws = {},
): { all: Estimate; labels: (Estimate & { label: string })[] } {
  const flat = flattenTallies(tallies);
  const groups = groupsOf(flat, tallies.length);
  const isEnough = tallies.length >= minDocuments;
  const intervals = isEnough ? replicated(flat, groups, draws) : [];
  const sums: TallySums = sumTallies(flat);
  const [all, ...labels] = groups.map(({ labelIndices, articles }, at) =>
    estimated(measuredBy(sums, labelIndices), articles, intervals[at]),
  );
  if (all === undefined) throw new RangeError('there is no group of all labels');
  return { all, labels: labels.map((one, at) => ({ label: flat.labels[at] ?? '', ...one })) };
}
