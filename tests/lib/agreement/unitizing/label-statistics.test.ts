import { concatenated, asOneLabel } from '@/lib/agreement/annotated-document';
import { sweepUnits } from '@/lib/agreement/unitizing/unitizing-statistics';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addLabelStatistics,
  labelDisagreement,
  labelStatistics,
  labelUAlpha,
  numbersPerLabel,
  pooledUAlpha,
} from '@/lib/agreement/unitizing/label-statistics';
import { uAlpha } from '@/lib/agreement/unitizing/u-alpha';
import { labelsIn, annotatedCases, markedDocument } from '@/tests/builders/annotated-cases';
import { someAnnotatedDocuments } from '@/tests/builders/some-annotated-documents';

const close = (one: number | null, other: number | null) =>
  one === null || other === null ? expect(one).toBe(other) : expect(one).toBeCloseTo(other, 9);

describe('pooled uα by label', () => {
  test.each(
    annotatedCases('unitizing-').flatMap(({ id, input, checks }) =>
      checks
        .filter(({ measure }) => measure === 'u_alpha_pooled')
        .map(({ expected, tolerance }) => [id, input, expected ?? NaN, tolerance] as const),
    ),
  )('in the reference case %s', (_, input, expected, tolerance) => {
    const labels = labelsIn(input);
    const { value } = pooledUAlpha(labelStatistics(markedDocument(input, labels), labels.length));
    expect(Math.abs((value ?? NaN) - expected)).toBeLessThanOrEqual(tolerance);
  });

  test('does not see a label that nobody used', () => {
    fc.assert(
      fc.property(someAnnotatedDocuments([2, 4], 2), (document) => {
        const [two, five] = [2, 5].map((labels) => pooledUAlpha(labelStatistics(document, labels)));
        close(five?.value ?? null, two?.value ?? null);
      }),
    );
  });

  test('is 1 where all units are the same, and overlaps do not matter', () => {
    const units = [0, 1, 2].flatMap((annotator) => [
      { annotator, begin: 0, end: 8, label: 0 },
      { annotator, begin: 3, end: 9, label: 1 },
    ]);
    const statistics = labelStatistics({ length: 20, annotators: 3, units }, 2);
    expect(pooledUAlpha(statistics).value).toBe(1);
  });

  test('is undefined without units, and with one annotator', () => {
    const nothing = labelStatistics({ length: 20, annotators: 3, units: [] }, 2);
    expect(pooledUAlpha(nothing)).toEqual({
      value: null,
      reason: 'each label is nowhere, or everywhere',
    });
    const alone = labelStatistics({ length: 20, annotators: 1, units: [] }, 2);
    for (const figure of [pooledUAlpha(alone), labelUAlpha(alone, 0)])
      expect(figure).toEqual({ value: null, reason: 'no document has two annotators' });
  });
});

test('uα of a label is uα of its units alone', () => {
  fc.assert(
    fc.property(someAnnotatedDocuments([2, 4], 2), (document) => {
      const units = document.units.filter(({ label }) => label === 1);
      const alone = sweepUnits(asOneLabel({ ...document, units }), 1);
      close(labelUAlpha(labelStatistics(document, 2), 1).value, uAlpha(alone).value);
    }),
  );
});

test('statistics of documents add up to those of the documents together, in any order', () => {
  fc.assert(
    fc.property(
      someAnnotatedDocuments([3, 3], 2),
      someAnnotatedDocuments([3, 3], 2),
      (one, other) => {
        const parts = [one, other].map((document) => labelStatistics(document, 2));
        const sum = addLabelStatistics(parts, 2);
        const whole = labelStatistics(concatenated([one, other]), 2);
        for (const [at, value] of whole.numbers.entries())
          expect(sum.numbers[at]).toBeCloseTo(value, 9);
        expect(addLabelStatistics(parts.toReversed(), 2)).toEqual(sum);
        expect(sum.documents).toBe(2);
      },
    ),
  );
});

test('five numbers are stored for a label, and other labels are refused', () => {
  const statistics = labelStatistics({ length: 20, annotators: 2, units: [] }, 3);
  expect(statistics.numbers).toHaveLength(3 * numbersPerLabel);
  expect(labelDisagreement(statistics, 2)).toEqual({ observed: 0, expected: 0 });
  expect(() => addLabelStatistics([statistics], 2)).toThrow(RangeError);
});
