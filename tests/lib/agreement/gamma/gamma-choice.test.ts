import { expect, test } from '@jest/globals';
import { samplers, samplesFor, variation } from '@/lib/agreement/gamma/gamma-choice';
import { gamma } from '@/lib/agreement/gamma/gamma';

const units = [0, 1].flatMap((annotator) =>
  [0, 1, 2].map((at) => ({
    annotator,
    begin: 20 * at + 4 * annotator,
    end: 20 * at + 12,
    label: at,
  })),
);

test('each sampler gives a figure, of its own', async () => {
  const document = { length: 100, annotators: 2, units };
  const figures = await Promise.all(
    samplers.map((sampler) => gamma([document], { sampler, precision: null })),
  );
  const values = figures.map((figure) => figure.gamma.value);
  expect(new Set(values).size).toBe(samplers.length);
  expect(values).not.toContain(null);
});

test.each([
  [[2, 2, 2], 2, 0, 0],
  [[1, 3], 2, 0.5, 2401],
  [[0, 0], 0, 0, 0],
])('of %p', (disorders, mean, cv, samples) => {
  expect(variation(disorders)).toEqual({ mean, cv });
  // (0.5 · 1.96 / 0.02)² = 49².
  expect(samplesFor(disorders, 0.02)).toBe(samples);
});
