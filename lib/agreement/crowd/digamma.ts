/**
 * ψ(x), the derivative of ln Γ, of a number above 0, to 1e-12: by ψ(x) = ψ(x + 1) − 1/x up to 8, and from
 * there by its asymptotic series (Abramowitz & Stegun 6.3.18).
 */
export function digamma(x: number): number {
  let below = 0;
  let at = x;
  for (; at < 8; at += 1) below += 1 / at;
  const square = 1 / (at * at);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760))))));
  return Math.log(at) - 0.5 / at - series - below;
}
