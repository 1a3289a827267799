import type { Figure } from './figure';
import { seededRandom } from './seeded-random';

/** A percentile interval of a figure. */
export type Interval = {
  readonly low: number;
  readonly high: number;
  /** The mean of the replicates. */
  readonly mean: number;
  /**
   * Replicates in which the figure is defined, and those in which it is not; the latter are left
   * out.
   */
  readonly replicates: number;
  readonly undefinedReplicates: number;
};

/** An interval, or null with the reason: a sentence without a full stop. */
export type IntervalOrReason =
  | { readonly interval: Interval; readonly reason?: undefined }
  | { readonly interval: null; readonly reason: string };

/** The options of a bootstrap. */
type BootstrapChoice = {
  readonly replicates?: number;
  /** Between 0 and 1. */
  readonly level?: number;
  readonly seed?: number;
  /**
   * The documents of each replicate, instead of random draws; then there is no minimum of
   * documents.
   */
  readonly resamples?: readonly ArrayLike<number>[];
};

/** With fewer documents an interval would be misleading. */
export const minDocuments = 10;

/**
 * Quantile type 7 (Hyndman & Fan 1996; the default of numpy and R) of values in ascending order, at
 * least one.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/**
 * The percentile interval of the replicates’ values; in `undefinedReplicates` more the figure is
 * not defined. `level` is between 0 and 1.
 */
export function intervalOf(
  values: readonly number[],
  undefinedReplicates: number,
  level: number,
): IntervalOrReason {
  if (values.length === 0)
    return { interval: null, reason: 'the figure is defined in no replicate of the bootstrap' };
  const sorted = Float64Array.from(values).toSorted();
  return {
    interval: {
      low: quantile(sorted, (1 - level) / 2),
      high: quantile(sorted, (1 + level) / 2),
      mean: values.reduce((sum, value) => sum + value, 0) / values.length,
      replicates: values.length,
      undefinedReplicates,
    },
  };
}

function* drawn(documents: number, replicates: number, seed: number): Generator<Int32Array> {
  const random = seededRandom(seed);
  const chosen = new Int32Array(documents);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (let at = 0; at < documents; at += 1) chosen[at] = random.integer(documents);
    yield chosen;
  }
}

/**
 * The percentile bootstrap over documents: draws as many as there are, with replacement, and calls
 * `figureOf` for the pooled figure of those (indices, some more than once, in an array that is
 * reused for the next replicate). Documents, not characters, since characters of one document are
 * not independent.
 */
export function percentileBootstrap(
  documents: number,
  figureOf: (chosen: ArrayLike<number>) => Figure,
  { replicates = 1000, level = 0.95, seed = 1, resamples }: BootstrapChoice = {},
): IntervalOrReason {
  if (resamples === undefined && documents < minDocuments)
    return {
      interval: null,
      reason: `too few documents for an interval: ${documents}, and it needs ${minDocuments}`,
    };
  const values: number[] = [];
  let undefinedReplicates = 0;
  for (const chosen of resamples ?? drawn(documents, replicates, seed)) {
    const { value } = figureOf(chosen);
    if (value === null) undefinedReplicates += 1;
    else values.push(value);
  }
  return intervalOf(values, undefinedReplicates, level);
}
