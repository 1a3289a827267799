/** How much credit two values earn that are not the same: none, by their ranks, or by the ranks squared. */
export type Weighting = 'plain' | 'linear' | 'quadratic';

/**
 * The credit of two of `values` ordered values, by rank: 1 where they are the same, 0 where they are
 * farthest apart. Ranks are places in the list of all values, those too that nobody used.
 */
export function closeness(weighting: Weighting, values: number): (c: number, k: number) => number {
  if (weighting === 'plain') return (c, k) => (c === k ? 1 : 0);
  const widest = Math.max(values - 1, 1);
  if (weighting === 'linear') return (c, k) => 1 - Math.abs(c - k) / widest;
  return (c, k) => 1 - ((c - k) / widest) ** 2;
}
