import { describe, expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { dawidSkene, likeliest } from '@/lib/agreement/crowd/dawid-skene';
import { votesOf } from '@/lib/agreement/crowd/votes';
import { aCrowd } from '../../../builders/a-crowd';

const { truth, ratings } = aCrowd([0.95, 0.9, 0.3, 0.3, 0.3], 300, 3);
const crowd = dawidSkene(votesOf(codingTable(ratings)));

describe('Dawid and Skene’s model', () => {
  it('finds out who is to be trusted, and is more often right than a vote', () => {
    const [best = 0, second = 0, ...rest] = crowd.quality;
    expect(Math.min(best, second)).toBeGreaterThan(Math.max(...rest) + 0.2);
    const right = truth.filter((value, item) => crowd.labels[item] === value).length;
    expect(right / 300).toBeGreaterThan(0.93);
  });

  it('answers probabilities', () => {
    expect(crowd.priors.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
    for (let item = 0; item < 300; item += 1) {
      const row = crowd.posteriors.subarray(item * 3, item * 3 + 3);
      expect(row.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
    }
  });

  it('knows nothing of an item without votes, and does not lose itself in hundreds', () => {
    const votes = votesOf(
      codingTable([[null, 'a'], ...Array.from({ length: 900 }, () => [null, 'b'])]),
    );
    const { posteriors, logLikelihood } = dawidSkene(votes);
    expect(posteriors.every((one) => one >= 0 && one <= 1)).toBe(true);
    expect(Number.isFinite(logLikelihood)).toBe(true);
  });

  it('takes the first of the likeliest', () => {
    expect([...likeliest(Float64Array.of(0.2, 0.8, 0.5, 0.5), 2)]).toEqual([1, 0]);
  });
});
