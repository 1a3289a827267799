import { describe, expect, it } from '@jest/globals';
import { f1OfPair, meanF1OfLabel, pairSums } from '@/lib/agreement/panel/pair-sums';
import { pooledUAlpha } from '@/lib/agreement/panel/sum-figures';
import { selectedFrom } from '@/tests/builders/some-statistics';

const labels = ['', 'x', 'y'];
const pairs = pairSums(
  selectedFrom(
    { ada: ['x 0-10', 'y 20-30'], ben: ['x 0-5', 'y 20-30'], cleo: ['x 0-10', 'y 20-30'] },
    { ben: ['x 0-10'], ada: ['x 0-5'] },
  ),
  labels,
);

describe('the sums of a pair', () => {
  it('are over the articles of both, the smaller id first', () => {
    expect(pairs.map(({ one, other, articles }) => [one, other, articles])).toEqual([
      ['ada', 'ben', 2],
      ['ada', 'cleo', 1],
      ['ben', 'cleo', 1],
    ]);
    expect(pairs[0]?.disagreements).toEqual([1, 2, 0, 2, 0, 0, 0]);
  });

  it('give figures as if the two had been alone', () => {
    expect(
      pooledUAlpha(
        pairs[1]?.sums ?? { volume: 0, labels: new Float64Array(0), pairs: new Float64Array(0) },
        [1, 2],
      ).value,
    ).toBe(1);
    const [first] = pairs;
    if (first === undefined) throw new Error('There is no pair.');
    expect(f1OfPair(first, [1], 'exact').value).toBe(0);
    // Ada’s x are found by 1/2 and 1, Ben’s by 1 and 1/2.
    expect(f1OfPair(first, [1], 'partial').value).toBeCloseTo(0.75, 12);
    expect(f1OfPair(first, [2], 'exact').value).toBe(1);
    expect(f1OfPair(first, [1, 2], 'exact').value).toBeCloseTo(1 / 3, 12);
  });

  it('give the mean of a label, of those pairs that used it', () => {
    expect(meanF1OfLabel(pairs, 2, 'exact').value).toBe(1);
    expect(meanF1OfLabel(pairs, 1, 'exact').value).toBeCloseTo(1 / 3, 12);
    expect(meanF1OfLabel([], 1, 'exact').value).toBeNull();
  });
});
