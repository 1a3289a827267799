import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '@/lib/agreement/figure';
import { percentileBootstrap, quantile } from '@/lib/agreement/percentile-bootstrap';

const values = Array.from({ length: 40 }, (_, at) => at);
const mean = (chosen: ArrayLike<number>) => {
  let sum = 0;
  for (let at = 0; at < chosen.length; at += 1) sum += values[chosen[at] ?? 0] ?? 0;
  return known(sum / chosen.length);
};

describe('the percentile bootstrap', () => {
  it('has about the width that theory gives, and the same from the same seed', () => {
    const { interval } = percentileBootstrap(40, mean);
    // ±1.96 standard errors, of a standard deviation of 11.5.
    expect(interval?.low).toBeGreaterThan(19.5 - 1.96 * 1.83 - 0.7);
    expect(interval?.low).toBeLessThan(19.5 - 1.96 * 1.83 + 0.7);
    expect(interval?.high).toBeGreaterThan(19.5 + 1.96 * 1.83 - 0.7);
    expect(interval?.replicates).toBe(1000);
    expect(percentileBootstrap(40, mean)).toEqual(percentileBootstrap(40, mean));
    expect(percentileBootstrap(40, mean, { seed: 2 })).not.toEqual(percentileBootstrap(40, mean));
  });

  it('leaves out and counts where the figure is undefined', () => {
    const resamples = [[0], [1], [2], [3]];
    const odd = (chosen: ArrayLike<number>) =>
      (chosen[0] ?? 0) % 2 === 0 ? unknown('it is even') : mean(chosen);
    expect(percentileBootstrap(4, odd, { resamples, level: 0 })).toEqual({
      interval: { low: 2, high: 2, mean: 2, replicates: 2, undefinedReplicates: 2 },
    });
    expect(percentileBootstrap(4, () => unknown('never'), { resamples }).interval).toBeNull();
  });

  it('says when there are too few documents', () => {
    expect(percentileBootstrap(9, mean)).toEqual({
      interval: null,
      reason: 'too few documents for an interval: 9, and it needs 10',
    });
    expect(percentileBootstrap(10, mean).interval).not.toBeNull();
  });
});

it.each([
  [[1, 2, 3, 4], 0, 1],
  [[1, 2, 3, 4], 1, 4],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.1, 1.3],
  [[7], 0.9, 7],
])('quantile of %p at %p', (sorted, share, value) => {
  expect(quantile(sorted, share)).toBeCloseTo(value, 12);
});
