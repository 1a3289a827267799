import { dualBound, tightenedPrices } from './packing';
import type { LegacyHighs } from 'highs';
import type { Packing, SolvedPacking } from './packing';
import { matchingPrices } from './matching-prices';
import { greedyWeight, searchPacking } from './search-packing';

/** Loaded once, when it is first needed, since it seldom is. */
let loading: Promise<LegacyHighs> | undefined;

const rowsOf = ({ units, members }: Packing): string[] => {
  const terms = units.map((): string[] => []);
  for (const [one, of] of members.entries()) for (const unit of of) terms[unit]?.push(`x${one}`);
  return terms.map((of, unit) => ` u${unit}: ${of.length > 0 ? of.join('\n + ') : '0 x0'} <= 1`);
};

/**
 * Solves the linear relaxation with HiGHS for prices, and the packing of whole candidates. Prices
 * are as precise as HiGHS is (1e-7): `dualBound` corrects them. Blocks the thread meanwhile. Null
 * where it finds no optimum within `seconds`.
 */
export async function highsPrices(
  packing: Packing,
  seconds: number,
): Promise<SolvedPacking | null> {
  loading ??= import('highs').then(({ default: load }) => load());
  const highs = await loading;
  const { units, members, weights } = packing;
  const goal = weights.map((weight, one) => `${weight} x${one}`).join('\n + ');
  const model = `Maximize\n goal: ${goal}\nSubject To\n${rowsOf(packing).join('\n')}\n`;
  const limits = { output_flag: false, time_limit: seconds };
  const relaxed = highs.solve(`${model}End`, limits);
  const prices = new Float64Array(units.length);
  for (const row of relaxed.Rows)
    if ('Dual' in row) prices[Number(row.Name.slice(1))] = Math.abs(row.Dual);
  const names = members.map((_, one) => `x${one}`).join('\n ');
  const exact = { ...limits, mip_rel_gap: 0, mip_abs_gap: 1e-9 };
  const whole = highs.solve(`${model}Binary\n ${names}\nEnd`, exact);
  if (whole.Status !== 'Optimal') return null;
  const taken: number[] = [];
  for (const [name, column] of Object.entries(whole.Columns))
    if ('Primal' in column && column.Primal > 0.5) taken.push(Number(name.slice(1)));
  return { prices, taken: taken.toSorted((a, b) => a - b) };
}

/** Up to so many units the plain search is tried first. */
const fewUnits = 12;
const fewSteps = 2_000;
const manySteps = 4_000_000;
const seconds = 60;

const weightOf = ({ weights }: Packing, taken: readonly number[]): number =>
  taken.reduce((sum, one) => sum + (weights[one] ?? 0), 0);

/**
 * Searches from just below the sum of the prices, which is an upper bound, in growing steps
 * downwards until there is a packing: close to the bound hardly any candidate comes into question.
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
 * The candidates to choose of a packing, by the tie rule of `searchPacking`: a small one by search
 * alone, of two annotators (`isFirst` distinguishes them by the units’ numbers) by matching, any
 * other by subgradient prices and, where these do not suffice, by HiGHS. Where even then no search
 * finishes, the solver’s packing is returned: none weighs more, but the tie rule is not kept. Null
 * where HiGHS fails.
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
