import { expect, test } from '@jest/globals';
import { samplesFor, variation } from '@/lib/agreement/gamma/sample-size';

test.each([
  [[2, 2, 2], 2, 0, 0],
  [[1, 3], 2, 0.5, 2401],
  [[0, 0], 0, 0, 0],
])('of %p', (disorders, mean, cv, samples) => {
  expect(variation(disorders)).toEqual({ mean, cv });
  // (0.5 · 1.96 / 0.02)² = 49².
  expect(samplesFor(disorders, 0.02)).toBe(samples);
});
