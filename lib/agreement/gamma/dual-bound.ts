import type { Packing } from './packing';

/** For each unit the candidates that have it. */
function incidence({ units, members }: Packing): number[][] {
  const having = units.map((): number[] => []);
  for (const [one, of] of members.entries()) for (const unit of of) having[unit]?.push(one);
  return having;
}

/**
 * A price for each unit such that no candidate weighs more than its units’ prices: their sum is never
 * below the best packing’s weight. Prices that are given are raised where they are too low, and lowered
 * one by one where they may be.
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
