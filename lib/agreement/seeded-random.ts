import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Reproducible random numbers: the same seed gives the same draws on every machine. */
export type SeededRandom = {
  /** A number in [0, 1). */
  uniform(): number;
  /** An integer in [0, `below`), uniformly distributed; `below` is 1 or more. */
  integer(below: number): number;
  /** A draw from the normal distribution. */
  normal(mean: number, deviation: number): number;
};

/** Starts a sequence of draws; `seed` is any integer, of which the lowest 32 bits count. */
export function seededRandom(seed: number): SeededRandom {
  const source = xoroshiro128plus(seed | 0);
  const uniform = () => uniformFloat64(source);
  let spare: number | null = null;
  // Marsaglia’s polar method gives two draws at a time.
  const standard = (): number => {
    if (spare !== null) {
      const draw = spare;
      spare = null;
      return draw;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
  return {
    uniform,
    integer: (below) => uniformInt(source, 0, below - 1),
    normal: (mean, deviation) => mean + deviation * standard(),
  };
}
