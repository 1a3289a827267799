import type { Packing } from './packing';

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
