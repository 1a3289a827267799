import { expect, test } from '@jest/globals';
import { candidates } from '@/lib/agreement/gamma/candidates';
import { plainDissimilarity } from '@/lib/agreement/gamma/dissimilarity';

const units = [
  { annotator: 0, begin: 0, end: 10, label: 0 },
  { annotator: 1, begin: 0, end: 10, label: 0 },
  { annotator: 2, begin: 4, end: 14, label: 0 },
  { annotator: 1, begin: 900, end: 910, label: 0 },
];

test('are those that may be better together than apart, with what they save', () => {
  const found = candidates(units, 3, plainDissimilarity, 100);
  expect(found?.starts).toEqual([0, 2, 5, 7, 9]);
  expect(found?.members).toEqual([0, 1, 0, 1, 2, 0, 2, 1, 2]);
  // Places differ by (8 / 20)² = 0.16 where they differ at all.
  const expected = [2 - 2 / 3, 3 - 0.32 / 3, 2 - 2.16 / 3, 2 - 2.16 / 3];
  for (const [at, gain] of expected.entries()) expect(found?.gain[at]).toBeCloseTo(gain, 12);
});

test('leave out what is as good apart: touching units of other labels, of two annotators', () => {
  const touching = [units[0], { annotator: 1, begin: 10, end: 20, label: 1 }].flatMap(
    (unit) => unit ?? [],
  );
  expect(candidates(touching, 2, plainDissimilarity, 100)?.gain).toEqual([]);
});

test('are refused where there are too many', () => {
  expect(candidates(units, 3, plainDissimilarity, 3)).toBeNull();
  expect(candidates(units.slice(0, 2), 2, plainDissimilarity, 0)).toBeNull();
});
