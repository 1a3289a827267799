import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cuAlpha,
  cuCoverage,
  cuVariants,
  kuAlpha,
  kuCoverage,
} from '@/lib/agreement/unitizing/cu-alpha';
import { sweepUnits } from '@/lib/agreement/unitizing/sweep-units';
import { labelsIn, annotatedCases, markedDocument } from '@/tests/builders/annotated-cases';
import { someNonOverlappingDocuments } from '@/tests/builders/some-annotated-documents';

const marks = (...units: [number, number, number, number][]) =>
  sweepUnits(
    {
      length: 20,
      annotators: 2,
      units: units.map(([annotator, begin, end, label]) => ({ annotator, begin, end, label })),
    },
    2,
  );

describe('cuα', () => {
  test('sees labels only, where both marked', () => {
    const statistics = marks([0, 0, 5, 0], [1, 2, 8, 0], [0, 10, 15, 1], [1, 11, 12, 1]);
    expect(cuAlpha(statistics).value).toBe(1);
    expect(cuCoverage(statistics).value).toBe((2 * (3 + 1)) / 40);
    expect(kuAlpha(statistics, 0).value).toBe(1);
    expect(kuCoverage(statistics, 1).value).toBe(2 / 6);
  });

  test.each([
    ['nothing', marks()],
    ['one label', marks([0, 0, 5, 0], [1, 2, 8, 0])],
    ['nothing in common', marks([0, 0, 5, 0], [1, 5, 8, 1])],
  ])('is undefined with %s', (_, statistics) => {
    expect(cuAlpha(statistics)).toEqual({
      value: null,
      reason: 'where two annotators marked, there is one label only or none',
    });
    expect(kuAlpha(statistics, 1).value).toBeNull();
  });

  test('has two variants, which part with three annotators', () => {
    const [example] = annotatedCases('unitizing-lindanna');
    if (example === undefined) throw new Error('The example is missing.');
    const labels = labelsIn(example.input);
    const statistics = sweepUnits(markedDocument(example.input, labels), labels.length);
    expect(cuAlpha(statistics, 'eq10').value).toBeCloseTo(0.779, 3);
    expect(cuAlpha(statistics, 'union').value).toBeCloseTo(0.787, 3);
  });

  test('has one value for two annotators, whatever the variant', () => {
    fc.assert(
      fc.property(someNonOverlappingDocuments([2, 2], 3), (document) => {
        const [one, other] = cuVariants.map(
          (variant) => cuAlpha(sweepUnits(document, 3), variant).value,
        );
        if (one === null || other === null) expect(one).toBe(other);
        else expect(one).toBeCloseTo(other ?? NaN, 9);
      }),
    );
  });
});

test('without annotators who can be compared each says so', () => {
  const none = sweepUnits({ length: 9, annotators: 1, units: [] }, 1);
  for (const figure of [cuAlpha(none), cuCoverage(none), kuAlpha(none, 0), kuCoverage(none, 0)])
    expect(figure).toEqual({ value: null, reason: 'no document was read by two annotators' });
});
