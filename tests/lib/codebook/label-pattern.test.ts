import { expect, test } from '@jest/globals';
import { labelPatterns, patternInTurn } from '@/lib/codebook/label-pattern';

test('gives every pattern once before it gives one again', () => {
  const given = Array.from({ length: labelPatterns.length * 2 }, (_, place) =>
    patternInTurn(place),
  );
  expect(given).toEqual([...labelPatterns, ...labelPatterns]);
});
