import { describe, expect, it } from '@jest/globals';
import { codingTable } from '@/lib/agreement/coding/coding-table';
import { mace } from '@/lib/agreement/crowd/mace';
import { votesOf } from '@/lib/agreement/crowd/votes';
import { aCrowd } from '../../../builders/a-crowd';

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
