import { expect, it, describe } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { mace, digamma } from '@/lib/agreement/crowd/mace';
import { votesOf } from '@/lib/agreement/crowd/votes';
import { aCrowd } from '../../../builders/a-crowd';

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

const { truth, ratings } = aCrowd([0.9, 0.7, 0.5, 0.1], 300, 4);
const votes = votesOf(codingTable(ratings));
const crowd = mace(votes);

describe('MACE', () => {
  it('ranks annotators by what they know', () => {
    expect([...crowd.competence]).toEqual([...crowd.competence].toSorted((a, b) => b - a));
    expect(crowd.competence[0]).toBeGreaterThan(0.8);
    expect(crowd.competence[3]).toBeLessThan(0.3);
    expect(truth.filter((value, item) => crowd.labels[item] === value).length).toBeGreaterThan(260);
  });

  it('comes to the same from the same seed, and never to less than from the uniform start', () => {
    expect(mace(votes).logLikelihood).toBe(crowd.logLikelihood);
    expect(crowd.logLikelihood).toBeGreaterThanOrEqual(mace(votes, { restarts: 0 }).logLikelihood);
  });

  it('does not lose itself in hundreds of votes on an item', () => {
    const many = votesOf(codingTable(Array.from({ length: 900 }, (_, at) => [at % 3, 1])));
    const { competence, logLikelihood } = mace(many, { restarts: 1 });
    expect(competence.every((one) => one >= 0 && one <= 1)).toBe(true);
    expect(Number.isFinite(logLikelihood)).toBe(true);
  });
});
