import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sweepUnits } from '@/lib/agreement/unitizing/sweep-units';
import {
  addStatistics,
  noStatistics,
  whyNoFigure,
} from '@/lib/agreement/unitizing/unitizing-statistics';
import { someNonOverlappingDocuments } from '@/tests/builders/some-annotated-documents';

const length = 10;
const unit = { annotator: 0, begin: 2, end: 6, label: 0 };
const overlapping = { length, annotators: 2, units: [unit, { ...unit, end: 3 }] };

test('the sum of none is none, and the order is irrelevant', () => {
  expect(addStatistics([], 2)).toEqual(noStatistics(2));
  fc.assert(
    fc.property(fc.array(someNonOverlappingDocuments([1, 4], 2), { maxLength: 5 }), (documents) => {
      const all = documents.map((document) => sweepUnits(document, 2));
      const sum = addStatistics(all, 2);
      expect(sum.documents).toBe(documents.filter(({ annotators }) => annotators > 1).length);
      const back = addStatistics(all.toReversed(), 2);
      for (const [at, value] of sum.coincidences.entries())
        expect(back.coincidences[at]).toBeCloseTo(value, 9);
    }),
  );
});

test('statistics of other labels are refused', () => {
  expect(() => addStatistics([noStatistics(2)], 3)).toThrow(RangeError);
});

test.each([
  ['of nothing', noStatistics(1), 'no document was read by two annotators'],
  ['of one annotator', sweepUnits({ length, annotators: 1, units: [unit] }, 1), 'two annotators'],
  ['of overlaps', sweepUnits(overlapping, 1), 'overlap'],
])('there is no figure %s, and it is said why', (_, statistics, why) => {
  expect(whyNoFigure(statistics)).toContain(why);
});

test('there is a figure of two who read', () => {
  expect(whyNoFigure(sweepUnits({ length, annotators: 2, units: [unit] }, 1))).toBeNull();
});
