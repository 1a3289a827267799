import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '@/lib/agreement/seeded-random';

const draws = (seed: number, count: number, draw: 'uniform' | 'normal'): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () =>
    draw === 'uniform' ? random.uniform() : random.normal(5, 2),
  );
};
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

describe('seeded chance', () => {
  it('is the same from the same seed, and another from another', () => {
    expect(draws(7, 20, 'normal')).toEqual(draws(7, 20, 'normal'));
    expect(draws(7, 20, 'uniform')).not.toEqual(draws(8, 20, 'uniform'));
  });

  it('draws what it always drew', () => {
    const random = seededRandom(1);
    expect([random.integer(1000), random.integer(1000), random.integer(1000)]).toEqual([
      646, 328, 81,
    ]);
  });

  it('is uniform from 0 to 1', () => {
    const values = draws(1, 20_000, 'uniform');
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(deviation(values)).toBeCloseTo(1 / Math.sqrt(12), 2);
  });

  it('is normal with the given mean and deviation', () => {
    const values = draws(1, 20_000, 'normal');
    expect(mean(values)).toBeCloseTo(5, 1);
    expect(deviation(values)).toBeCloseTo(2, 1);
    const within = values.filter((value) => Math.abs(value - 5) < 2).length / values.length;
    expect(within).toBeCloseTo(0.6827, 2);
  });

  it('draws each whole number below another as often', () => {
    const random = seededRandom(3);
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 9000; draw += 1) {
      const at = random.integer(3);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 3000)).toBeLessThan(200);
    expect(random.integer(1)).toBe(0);
  });
});
