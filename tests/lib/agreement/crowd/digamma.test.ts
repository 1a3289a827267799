import { expect, it } from '@jest/globals';
import { digamma } from '@/lib/agreement/crowd/digamma';

const gamma = 0.577_215_664_901_532_9;

// ψ(n) = H(n − 1) − γ, ψ(1/2) = −γ − 2 ln 2 (Abramowitz & Stegun 6.3.2 and 6.3.3).
it.each([
  [1, -gamma],
  [2, 1 - gamma],
  [10, 7129 / 2520 - gamma],
  [0.5, -gamma - 2 * Math.log(2)],
  [1.5, 2 - gamma - 2 * Math.log(2)],
])('ψ(%p)', (x, value) => expect(Math.abs(digamma(x) - value)).toBeLessThan(1e-12));

it.each([0.01, 0.3, 7.9, 8, 1e6])('rises by 1/x from %p', (x) => {
  expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(1e-11);
});
