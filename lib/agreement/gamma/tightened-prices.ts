import type { Packing } from './packing';

/** Candidates in one row after another, for loops that go over all of them many times. */
function flat({ members, weights }: Packing) {
  const starts = new Int32Array(members.length + 1);
  for (const [one, of] of members.entries()) starts[one + 1] = (starts[one] ?? 0) + of.length;
  return { starts, members: Int32Array.from(members.flat()), weights: Float64Array.from(weights) };
}

/**
 * Prices nearer to the least sum that a linear solver would find, by subgradient steps (after Polyak and Held &
 * Karp): what the units pay for candidates that each lowest unit would like best goes up where several
 * want a unit and down where none does. They may be too low here and there, which `dualBound` mends.
 * `reached` is the weight of some packing.
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
