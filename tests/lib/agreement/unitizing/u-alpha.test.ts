import { asOneLabel, concatenated } from '@/lib/agreement/annotated-document';
import type { CuVariant } from '@/lib/agreement/unitizing/u-alpha';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import {
  disagreement,
  lengthsByValue,
  uAlpha,
  cuAlpha,
  kuAlpha,
  kuCoverage,
  cuCoverage,
  cuVariants,
  uAlphaBinary,
} from '@/lib/agreement/unitizing/u-alpha';
import { addStatistics, sweepUnits } from '@/lib/agreement/unitizing/unitizing-statistics';
import type { Check, AnnotatedCase } from '@/tests/builders/annotated-cases';
import { labelsIn, annotatedCases, markedDocument } from '@/tests/builders/annotated-cases';
import { someNonOverlappingDocuments } from '@/tests/builders/some-annotated-documents';

describe('u alpha', () => {
  const family = ['u_alpha', 'u_alpha_binary', 'cu_alpha', 'ku_alpha', 'ku_coverage'];

  function figureOf({ input }: AnnotatedCase, { measure, params }: Check): number | null {
    const labels = labelsIn(input);
    const only = params.onlyCategory;
    const units = input.units?.filter(({ category }) => only === undefined || category === only);
    const statistics = sweepUnits(markedDocument({ ...input, units }, labels), labels.length);
    const label = labels.indexOf(params.category as string);
    const variant = params.variant as CuVariant | undefined;
    switch (measure) {
      case 'u_alpha':
        return uAlpha(statistics).value;
      case 'u_alpha_binary':
        return uAlphaBinary(statistics).value;
      case 'cu_alpha':
        return cuAlpha(statistics, variant).value;
      case 'ku_alpha':
        return kuAlpha(statistics, label, variant).value;
      default:
        return kuCoverage(statistics, label).value;
    }
  }

  const checks = annotatedCases('unitizing-').flatMap((one) =>
    one.checks
      .filter(({ measure }) => family.includes(measure))
      .map((check) => [one.id, check.measure, JSON.stringify(check.params), one, check] as const),
  );

  describe('the family of 2016 in the reference cases', () => {
    test('is all there', () => expect(checks).toHaveLength(52));

    test.each(checks)('%s: %s %s', (_id, _measure, _params, one, check) => {
      const value = figureOf(one, check);
      if (check.expected === null || value === null) expect(value).toBe(check.expected);
      else expect(Math.abs(value - check.expected)).toBeLessThanOrEqual(check.tolerance);
    });
  });

  const close = (one: number | null, other: number | null) =>
    one === null || other === null ? expect(one).toBe(other) : expect(one).toBeCloseTo(other, 9);

  const uOf = (document: AnnotatedDocument) => uAlpha(sweepUnits(document, 3)).value;

  describe('uα', () => {
    test('heeds neither the order of annotators nor the names of labels', () => {
      fc.assert(
        fc.property(someNonOverlappingDocuments([2, 4], 3), (document) => {
          const { annotators, units } = document;
          const turned = units.map((unit) => ({
            ...unit,
            annotator: annotators - 1 - unit.annotator,
          }));
          const renamed = units.map((unit) => ({ ...unit, label: (unit.label + 1) % 3 }));
          close(uOf({ ...document, units: turned }), uOf(document));
          close(uOf({ ...document, units: renamed }), uOf(document));
        }),
      );
    });

    test('of a text is that of its parts, summed', () => {
      fc.assert(
        fc.property(
          someNonOverlappingDocuments([3, 3], 2),
          someNonOverlappingDocuments([3, 3], 2),
          (one, other) => {
            const whole = uAlpha(sweepUnits(concatenated([one, other]), 2));
            const parts = uAlpha(
              addStatistics(
                [one, other].map((part) => sweepUnits(part, 2)),
                2,
              ),
            );
            close(parts.value, whole.value);
          },
        ),
      );
    });

    test('is 1 where two values are agreed upon, and never above', () => {
      const units = [0, 1].map((annotator) => ({ annotator, begin: 2, end: 6, label: 0 }));
      expect(uOf({ length: 9, annotators: 2, units })).toBe(1);
      fc.assert(
        fc.property(someNonOverlappingDocuments([2, 4], 3), (document) => {
          const value = uOf(document);
          if (value !== null) expect(value).toBeLessThanOrEqual(1);
        }),
      );
    });

    test('is not defined where units of one annotator overlap', () => {
      const units = [0, 2].map((begin) => ({ annotator: 0, begin, end: 6, label: begin }));
      const figure = uAlpha(sweepUnits({ length: 9, annotators: 2, units }, 3));
      expect(figure).toMatchObject({ value: null, reason: expect.stringContaining('overlap') });
    });

    test('of one label is |uα', () => {
      fc.assert(
        fc.property(someNonOverlappingDocuments([2, 4], 3), (document) => {
          const statistics = sweepUnits(asOneLabel(document), 1);
          close(uAlpha(statistics).value, uAlphaBinary(statistics).value);
        }),
      );
    });
  });

  test('disagreement and lengths are such as one counts by hand', () => {
    const units = [
      { annotator: 0, begin: 0, end: 4, label: 0 },
      { annotator: 1, begin: 2, end: 6, label: 0 },
    ];
    const statistics = sweepUnits({ length: 10, annotators: 2, units }, 1);
    expect(lengthsByValue(statistics)).toEqual([12, 8]);
    // ε: 20 · 2 · 12 · 8 / (400 − (12 + 2 · 16)).
    expect(disagreement(statistics, () => true)).toEqual({ observed: 8, expected: 3840 / 356 });
  });
});

describe('u alpha binary', () => {
  const marks = (...units: [number, number, number, number][]) =>
    sweepUnits(
      {
        length: 10,
        annotators: 2,
        units: units.map(([annotator, begin, end, label]) => ({ annotator, begin, end, label })),
      },
      2,
    );

  test('does not see which label', () => {
    expect(uAlphaBinary(marks([0, 2, 5, 0], [1, 2, 5, 1])).value).toBe(1);
  });

  test.each([
    ['nothing is annotated', marks()],
    ['everything is annotated', marks([0, 0, 10, 0], [1, 0, 10, 1])],
  ])('is undefined where %s', (_, statistics) => {
    expect(uAlphaBinary(statistics)).toEqual({
      value: null,
      reason: 'either nothing or everything was annotated',
    });
  });
});

describe('cu alpha', () => {
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
    test('compares labels only, where both have a unit', () => {
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
        reason: 'where two annotators both have a span, there is only one label or none',
      });
      expect(kuAlpha(statistics, 1).value).toBeNull();
    });

    test('has two variants, which differ with three annotators', () => {
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

  test('without two annotators each is undefined with a reason', () => {
    const none = sweepUnits({ length: 9, annotators: 1, units: [] }, 1);
    for (const figure of [cuAlpha(none), cuCoverage(none), kuAlpha(none, 0), kuCoverage(none, 0)])
      expect(figure).toEqual({ value: null, reason: 'no document has two annotators' });
  });
});
