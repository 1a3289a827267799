import { expect, test } from '@jest/globals';
import { alignmentDisorder, unitaryDisorder } from '@/lib/agreement/gamma/alignment';
import { plainDissimilarity } from '@/lib/agreement/gamma/dissimilarity';

const unit = (annotator: number, begin: number, end: number, label = 0) => ({
  annotator,
  begin,
  end,
  label,
});

test.each([
  ['one unit beside nobody costs Δ∅, of two', [unit(0, 0, 10), null], 1],
  ['and of four', [null, unit(1, 0, 10), null, null], 1],
  ['two that are equal cost nothing', [unit(0, 0, 10), unit(1, 0, 10)], 0],
  [
    'two of three that are equal cost what the third misses',
    [unit(0, 0, 4), null, unit(2, 0, 4)],
    2 / 3,
  ],
  ['label and place add up', [unit(0, 0, 10), unit(1, 10, 20, 1)], 2],
])('%s', (_, aligned, expected) => {
  expect(unitaryDisorder(aligned, plainDissimilarity)).toBeCloseTo(expected, 12);
});

test('the disorder of an alignment is a sum, and the mean number of units beside it', () => {
  const alignment = [
    [unit(0, 0, 10), unit(1, 10, 20)],
    [unit(0, 40, 50), null],
  ];
  expect(alignmentDisorder(alignment, 2, plainDissimilarity)).toEqual({ sum: 2, mean: 1.5 });
  expect(alignmentDisorder([], 2, plainDissimilarity)).toEqual({ sum: 0, mean: 0 });
});
