import type { Candidates } from './candidates';
import { tie } from './candidates';

/**
 * The choice of candidates such that no two share a unit and the sum of their weights is greatest.
 * Units are renumbered from 0; `first[u]` to `first[u + 1]` are the candidates whose lowest unit is
 * u, sorted by members.
 */
export type Packing = {
  /** The original numbers of the units. */
  readonly units: readonly number[];
  readonly first: readonly number[];
  readonly members: readonly (readonly number[])[];
  /** The gain, less a little for each further unit: among equal gains, most parts win. */
  readonly weights: readonly number[];
};

/** Splits the candidates into independent packings, which share no unit directly or indirectly. */
export function packings({ starts, members, gain }: Candidates, units: number): Packing[] {
  const root = Int32Array.from({ length: units }, (_, unit) => unit);
  const find = (unit: number): number => {
    let at = unit;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? 0] ?? 0;
      at = root[at] ?? 0;
    }
    return at;
  };
  for (let one = 0; one < gain.length; one++) {
    const [from = 0, to = 0] = [starts[one], starts[one + 1]];
    const top = find(members[from] ?? 0);
    for (let at = from + 1; at < to; at++) root[find(members[at] ?? 0)] = top;
  }
  const indexInRoot = new Int32Array(units);
  const byRoot = new Map<
    number,
    { units: number[]; first: number[]; members: number[][]; weights: number[] }
  >();
  const at = (unit: number) => {
    const top = find(unit);
    const known = byRoot.get(top);
    if (known !== undefined) return known;
    const made = { units: [], first: [0], members: [], weights: [] };
    byRoot.set(top, made);
    return made;
  };
  for (let unit = 0; unit < units; unit++) indexInRoot[unit] = at(unit).units.push(unit) - 1;
  let one = 0;
  for (let unit = 0; unit < units; unit++) {
    const packing = at(unit);
    for (; one < gain.length && members[starts[one] ?? 0] === unit; one++) {
      const of = members.slice(starts[one], starts[one + 1]);
      packing.members.push(of.map((member) => indexInRoot[member] ?? 0));
      packing.weights.push((gain[one] ?? 0) - tie * (of.length - 1));
    }
    packing.first.push(packing.weights.length);
  }
  return [...byRoot.values()].filter(({ weights }) => weights.length > 0);
}

/**
 * A best packing, within a solver’s precision: the prices of its units and the chosen candidates.
 */
export type SolvedPacking = { readonly prices: Float64Array; readonly taken: readonly number[] };

/** For each unit, the candidates that contain it. */
function incidence({ units, members }: Packing): number[][] {
  const having = units.map((): number[] => []);
  for (const [one, of] of members.entries()) for (const unit of of) having[unit]?.push(one);
  return having;
}

/**
 * A price for each unit such that no candidate weighs more than its units’ prices: the sum of the
 * prices is an upper bound of the best packing’s weight. Given prices are raised where they are too
 * low, and lowered one by one where possible.
 */
export function dualBound(packing: Packing, given?: Float64Array): Float64Array {
  const { units, members, weights } = packing;
  const prices = given ? given.map((price) => Math.max(0, price)) : new Float64Array(units.length);
  const short = (one: number): number =>
    (members[one] ?? []).reduce((left, unit) => left - (prices[unit] ?? 0), weights[one] ?? 0);
  if (given === undefined)
    for (const [one, of] of members.entries())
      for (const unit of of)
        prices[unit] = Math.max(prices[unit] ?? 0, (weights[one] ?? 0) / of.length);
  else
    for (const [one, of] of members.entries()) {
      const missing = short(one);
      const lowest = of[0] ?? 0;
      if (missing > 0) prices[lowest] = (prices[lowest] ?? 0) + missing;
    }
  const having = incidence(packing);
  const rounds = Math.min(12, units.length);
  for (let round = 0; round < rounds; round++)
    for (let step = 0; step < units.length; step++) {
      const unit = round % 2 === 0 ? step : units.length - 1 - step;
      const price = prices[unit] ?? 0;
      let needed = 0;
      for (const one of having[unit] ?? []) needed = Math.max(needed, short(one) + price);
      prices[unit] = Math.min(price, needed);
    }
  return prices;
}

/** Candidates in one flat array, for loops that pass over all of them many times. */
function flat({ members, weights }: Packing) {
  const starts = new Int32Array(members.length + 1);
  for (const [one, of] of members.entries()) starts[one + 1] = (starts[one] ?? 0) + of.length;
  return { starts, members: Int32Array.from(members.flat()), weights: Float64Array.from(weights) };
}

/**
 * Prices nearer to the least sum that a linear solver would find, by subgradient steps (after
 * Polyak and Held & Karp): each unit picks its best candidate among those whose lowest unit it is;
 * prices rise where several candidates picked contain a unit and fall where none does. They may be
 * too low in places, which `dualBound` corrects. `reached` is the weight of some packing.
 */
export function tightenedPrices(
  packing: Packing,
  start: Float64Array,
  reached: number,
  rounds: number,
): Float64Array {
  const { starts, members, weights } = flat(packing);
  const count = packing.units.length;
  const prices = start.slice();
  let best = start;
  let least = Infinity;
  let pace = 1;
  let sinceBetter = 0;
  const wanted = new Int32Array(count);
  for (let round = 0; round < rounds && pace > 1e-3; round++) {
    wanted.fill(0);
    let bound = 0;
    for (let unit = 0; unit < count; unit++) bound += prices[unit] ?? 0;
    for (let unit = 0; unit < count; unit++) {
      let [gain, favourite] = [0, -1];
      for (let one = packing.first[unit] ?? 0; one < (packing.first[unit + 1] ?? 0); one++) {
        let left = weights[one] ?? 0;
        for (let at = starts[one] ?? 0; at < (starts[one + 1] ?? 0); at++)
          left -= prices[members[at] ?? 0] ?? 0;
        if (left > gain) [gain, favourite] = [left, one];
      }
      bound += gain;
      if (favourite === -1) continue;
      for (let at = starts[favourite] ?? 0; at < (starts[favourite + 1] ?? 0); at++) {
        const member = members[at] ?? 0;
        wanted[member] = (wanted[member] ?? 0) + 1;
      }
    }
    if (bound < least - 1e-9) {
      least = bound;
      best = prices.slice();
      sinceBetter = 0;
    } else if (++sinceBetter >= 8) {
      pace /= 2;
      sinceBetter = 0;
      prices.set(best);
      continue;
    }
    if (bound - reached < 1e-9) break;
    let square = 0;
    for (let unit = 0; unit < count; unit++)
      if (wanted[unit] !== 1 && ((wanted[unit] ?? 0) > 1 || (prices[unit] ?? 0) > 0))
        square += ((wanted[unit] ?? 0) - 1) ** 2;
    if (square === 0) break;
    const step = (pace * (bound - reached)) / square;
    for (let unit = 0; unit < count; unit++)
      prices[unit] = Math.max(0, (prices[unit] ?? 0) + step * ((wanted[unit] ?? 0) - 1));
  }
  return best;
}
