import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { comparisonQuery } from '@/lib/agreement/comparison-view';

const [one, other] = [v7(), v7()];

test('layers are named with commas between them', () => {
  expect(comparisonQuery.parse({ layers: `${one}, ${other.toUpperCase()}` })).toEqual({
    layers: [one, other],
    offsetUnit: 'code-point',
  });
  expect(comparisonQuery.parse({}).layers).toBeUndefined();
});

test.each([
  '',
  ',',
  one.slice(1),
  `${one};${other}`,
  Array.from({ length: 101 }, () => v7()).join(),
])('a list of layers is not %p', (layers) => {
  expect(comparisonQuery.safeParse({ layers }).success).toBe(false);
});
