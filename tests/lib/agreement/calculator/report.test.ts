import { expect, it } from '@jest/globals';
import { known } from '@/lib/agreement/figure';
import { counted, pairMatrix, prevalenceOf } from '@/lib/agreement/calculator/report';

it('counts in words', () => {
  expect([counted(1, 'item'), counted(0, 'item'), counted(12_000, 'item')]).toEqual([
    '1 item',
    '0 items',
    '12,000 items',
  ]);
});

it('lays every two in a matrix, the same both ways round', () => {
  const { figures } = pairMatrix('m', 'M', ['a', 'b', 'c'], (one, other) =>
    known(10 * one + other),
  );
  expect(figures.map((row) => row.map((figure) => figure?.value ?? null))).toEqual([
    [null, 1, 2],
    [1, null, 12],
    [2, 12, null],
  ]);
});

it('shares out what was given, the most frequent first', () => {
  expect(prevalenceOf(['a', 'b'], [1, 3])).toEqual([
    { value: 'b', count: 3, share: 0.75 },
    { value: 'a', count: 1, share: 0.25 },
  ]);
  expect(prevalenceOf(['a'], [0])[0]?.share).toBe(0);
});
