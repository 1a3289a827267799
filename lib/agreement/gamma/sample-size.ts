/** The mean of disorders by chance, and cv, their standard deviation (of just these) over it. */
export function variation(disorders: readonly number[]): { mean: number; cv: number } {
  const mean = disorders.reduce((sum, one) => sum + one, 0) / disorders.length;
  const square = disorders.reduce((sum, one) => sum + (one - mean) ** 2, 0) / disorders.length;
  return { mean, cv: mean === 0 ? 0 : Math.sqrt(square) / mean };
}

/** How many continua make the mean of their disorders exact to this relative error at 95 %, from those of the first. */
export function samplesFor(disorders: readonly number[], precision: number): number {
  return Math.ceil(((variation(disorders).cv * 1.96) / precision) ** 2);
}
