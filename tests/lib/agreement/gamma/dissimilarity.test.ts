import { describe, expect, test } from '@jest/globals';
import {
  categoricalDissimilarity,
  plainDissimilarity,
  positionalDissimilarity,
  unitDissimilarity,
} from '@/lib/agreement/gamma/dissimilarity';
import { annotatedCases } from '@/tests/builders/annotated-cases';

const checks = annotatedCases('gamma-dissimilarity').flatMap(({ checks: all }) => all);

describe('the dissimilarity of places in the reference cases', () => {
  test('is all there', () => expect(checks).toHaveLength(28));

  test.each(checks.map((check) => [JSON.stringify(check.inputPair), check] as const))(
    '%s',
    (_, { inputPair, params, expected, tolerance }) => {
      const [one, other] = (inputPair ?? []).map(([begin, end]) => ({ begin, end }));
      if (!one || !other) throw new Error('There is no pair.');
      const value = positionalDissimilarity(one, other, Number(params.deltaEmpty));
      expect(Math.abs(value - (expected ?? NaN))).toBeLessThanOrEqual(tolerance);
    },
  );
});

const labels = [
  [0, 0.5],
  [0.5, 0],
];

test.each([
  ['the same label', 1, 1, plainDissimilarity, 0],
  ['another label', 0, 1, plainDissimilarity, 1],
  ['a label that is near by a matrix', 0, 1, { ...plainDissimilarity, labels, empty: 2 }, 1],
  ['a label that the matrix does not know', 0, 7, { ...plainDissimilarity, labels }, 1],
])('of %s', (_, one, other, by, expected) => {
  expect(categoricalDissimilarity(one, other, by)).toBe(expected);
});

test('of units is both, weighed', () => {
  const one = { annotator: 0, begin: 0, end: 10, label: 0 };
  const other = { annotator: 1, begin: 10, end: 20, label: 1 };
  expect(unitDissimilarity(one, other, { positional: 3, categorical: 2, empty: 0.5 })).toBe(2.5);
});
