import { dualBound } from './dual-bound';
import { highsPrices } from './highs-prices';
import { matchingPrices } from './matching-prices';
import type { Packing } from './packing';
import { greedyWeight, searchPacking } from './search-packing';
import { tightenedPrices } from './tightened-prices';

/** Up to so many units the plain search is tried first. */
const fewUnits = 12;
const fewSteps = 2_000;
const manySteps = 4_000_000;
const seconds = 60;

const weightOf = ({ weights }: Packing, taken: readonly number[]): number =>
  taken.reduce((sum, one) => sum + (weights[one] ?? 0), 0);

/**
 * Searches from just below the prices’ sum, which no packing exceeds, ever further down until there is one:
 * little below it hardly any candidate comes into question.
 */
export function searchDownwards(
  packing: Packing,
  prices: Float64Array,
  steps: number,
): readonly number[] | null {
  const total = prices.reduce((sum, price) => sum + price, 0);
  for (let below = 1e-7 + total * 1e-4; ; below *= 3) {
    const { isOver, taken } = searchPacking(packing, prices, Math.max(0, total - below), steps);
    if (taken !== null) return taken;
    if (!isOver || below > total) return null;
  }
}

/**
 * The candidates to take of a packing, by the tie rule of `searchPacking`; one small by search alone, of two
 * annotators (`isFirst` tells them apart by the units’ numbers) by matching, any other by prices of our
 * own and, where these leave no end in sight, by HiGHS. Should even then no search end, what the solver
 * found is taken: no packing weighs more, but the rule for ties is not kept. Null where HiGHS fails.
 */
export async function solvePacking(
  packing: Packing,
  isFirst: ((unit: number) => boolean) | null,
): Promise<readonly number[] | null> {
  if (packing.weights.length === 1) return [0];
  if (packing.units.length <= fewUnits) {
    const { taken } = searchPacking(packing, dualBound(packing), greedyWeight(packing), fewSteps);
    if (taken !== null) return taken;
  }
  if (isFirst !== null) {
    const { prices, taken } = matchingPrices(packing, (unit) => isFirst(packing.units[unit] ?? 0));
    return searchPacking(packing, prices, weightOf(packing, taken), manySteps).taken ?? taken;
  }
  const start = dualBound(packing);
  const tight = dualBound(packing, tightenedPrices(packing, start, greedyWeight(packing), 400));
  const found = searchDownwards(packing, tight, manySteps);
  if (found !== null) return found;
  const solved = await highsPrices(packing, seconds);
  if (solved === null) return null;
  const prices = dualBound(packing, solved.prices);
  return (
    searchPacking(packing, prices, weightOf(packing, solved.taken), manySteps).taken ?? solved.taken
  );
}
