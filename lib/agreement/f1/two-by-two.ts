import type { Figure } from '../figure';
import { known, unknown } from '../figure';

/** How often both said yes (a), only the first (b), only the second (c), and neither (d). */
export type TwoByTwo = {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
};

/**
 * F1 = positive specific agreement = 2a / (2a + b + c). It does not need d, which cannot be counted
 * for spans; as d grows, Cohen’s κ converges to it (Hripcsak & Rothschild 2005, JAMIA 12:296–298).
 */
export function f1FromTwoByTwo({ a, b, c }: TwoByTwo): Figure {
  return a + b + c === 0
    ? unknown('neither said yes to anything')
    : known((2 * a) / (2 * a + b + c));
}

/**
 * Cohen’s κ of two raters with yes and no, as (A_o − A_e) / (1 − A_e). Where d is much larger than
 * the rest the last digits are lost (1e-11 at ten million), as in the published figures.
 */
export function cohenKappaTwoByTwo({ a, b, c, d }: TwoByTwo): Figure {
  const n = a + b + c + d;
  if (n === 0) return unknown('there is no item');
  if ((a + b) * (b + d) + (a + c) * (c + d) === 0)
    return unknown('both gave every item the same answer');
  const observed = (a + d) / n;
  const expected = ((a + b) * (a + c) + (c + d) * (b + d)) / (n * n);
  return known((observed - expected) / (1 - expected));
}
