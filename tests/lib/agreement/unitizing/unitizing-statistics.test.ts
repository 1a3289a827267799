import { expect, test, describe } from '@jest/globals';
import fc from 'fast-check';
import {
  addStatistics,
  noStatistics,
  whyNoFigure,
  sweepUnits,
  boundaries,
} from '@/lib/agreement/unitizing/unitizing-statistics';
import { someNonOverlappingDocuments } from '@/tests/builders/some-annotated-documents';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';

describe('unitizing statistics', () => {
  const length = 10;
  const unit = { annotator: 0, begin: 2, end: 6, label: 0 };
  const overlapping = { length, annotators: 2, units: [unit, { ...unit, end: 3 }] };

  test('the sum of none is none, and the order is irrelevant', () => {
    expect(addStatistics([], 2)).toEqual(noStatistics(2));
    fc.assert(
      fc.property(
        fc.array(someNonOverlappingDocuments([1, 4], 2), { maxLength: 5 }),
        (documents) => {
          const all = documents.map((document) => sweepUnits(document, 2));
          const sum = addStatistics(all, 2);
          expect(sum.documents).toBe(documents.filter(({ annotators }) => annotators > 1).length);
          const back = addStatistics(all.toReversed(), 2);
          for (const [at, value] of sum.coincidences.entries())
            expect(back.coincidences[at]).toBeCloseTo(value, 9);
        },
      ),
    );
  });

  test('statistics of other labels are refused', () => {
    expect(() => addStatistics([noStatistics(2)], 3)).toThrow(RangeError);
  });

  test.each([
    ['of nothing', noStatistics(1), 'no document has two annotators'],
    ['of one annotator', sweepUnits({ length, annotators: 1, units: [unit] }, 1), 'two annotators'],
    ['of overlaps', sweepUnits(overlapping, 1), 'overlap'],
  ])('there is no figure %s, but a reason', (_, statistics, why) => {
    expect(whyNoFigure(statistics)).toContain(why);
  });

  test('there is a figure for two annotators', () => {
    expect(whyNoFigure(sweepUnits({ length, annotators: 2, units: [unit] }, 1))).toBeNull();
  });
});

describe('sweep units', () => {
  const zeros = (length: number): number[] => Array.from({ length }, () => 0);

  /** The statistics as the paper writes them, character by character. */
  function byCharacter({ length, annotators, units }: AnnotatedDocument, labels: number) {
    const values = labels + 1;
    const rows = Array.from({ length: annotators }, () => new Int32Array(length));
    for (const { annotator, begin, end, label } of units)
      rows[annotator]?.fill(label + 1, begin, end);
    const coincidences = zeros(values * values);
    const repeats = zeros(values);
    const covered = zeros(labels);
    const coveredTogether = zeros(labels);
    for (let i = 0; i < annotators; i++)
      for (let at = 0; at < length; at++) {
        const c = rows[i]?.[at] ?? 0;
        if (c === 0) repeats[0] = (repeats[0] ?? 0) + 1;
        for (let j = 0; j < annotators; j++) {
          const cell = c * values + (rows[j]?.[at] ?? 0);
          if (i !== j) coincidences[cell] = (coincidences[cell] ?? 0) + 1 / (annotators - 1);
        }
      }
    for (const { annotator, begin, end, label } of units) {
      repeats[label + 1] = (repeats[label + 1] ?? 0) + (end - begin) ** 2;
      const parts = rows
        .filter((_, other) => other !== annotator)
        .map((row) => [...row.subarray(begin, end)].map((value) => value > 0));
      for (const part of parts)
        covered[label] =
          (covered[label] ?? 0) + part.filter(Boolean).length ** 2 / (annotators - 1);
      const together = parts[0]?.filter((_, at) => parts.some((part) => part[at])).length ?? 0;
      coveredTogether[label] = (coveredTogether[label] ?? 0) + together ** 2;
    }
    return { coincidences, repeats, covered, coveredTogether };
  }

  test('the sweep counts what characters counted one by one give', () => {
    fc.assert(
      fc.property(someNonOverlappingDocuments([2, 5], 3, 24), (document) => {
        const swept = sweepUnits(document, 3);
        const counted = byCharacter(document, 3);
        for (const part of ['coincidences', 'repeats', 'covered', 'coveredTogether'] as const) {
          expect(swept[part]).toHaveLength(counted[part].length);
          for (const [at, value] of counted[part].entries())
            expect(swept[part][at]).toBeCloseTo(value, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  const unit = { annotator: 0, begin: 2, end: 6, label: 0 };

  describe('a document', () => {
    test('of one annotator counts for nothing', () => {
      const { documents, coincidences } = sweepUnits(
        { length: 9, annotators: 1, units: [unit] },
        1,
      );
      expect([documents, ...coincidences]).toEqual([0, 0, 0, 0, 0]);
    });

    test.each<[string, number, number]>([
      ['overlap', 5, 1],
      ['touch', 6, 0],
    ])('where units of one annotator %s', (_, begin, overlapping) => {
      const units = [unit, { ...unit, begin, end: 8 }];
      const swept = sweepUnits({ length: 9, annotators: 2, units }, 1);
      expect(swept).toMatchObject({ overlapping, documents: 1 - overlapping });
    });

    test('of a silent annotator differs from one without', () => {
      const silent = sweepUnits({ length: 9, annotators: 3, units: [unit] }, 1);
      expect([...silent.coincidences]).toEqual([19, 4, 4, 0]);
      const without = sweepUnits({ length: 9, annotators: 2, units: [unit] }, 1);
      expect([...without.coincidences]).toEqual([10, 4, 4, 0]);
    });
  });

  test('at one place ends come before begins', () => {
    expect([...boundaries([unit, { ...unit, begin: 6, end: 8 }])]).toEqual([2, 0, 3, 1]);
  });
});
