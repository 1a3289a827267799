import {
  asOneLabel,
  mergedUnits,
  ofAnnotators,
  concatenated,
} from '@/lib/agreement/annotated-document';
import { expect, test } from '@jest/globals';
import type { Unit } from '@/lib/agreement/annotated-document';

const unit = ([annotator, label, begin, end]: number[]): Unit => ({
  annotator: annotator ?? 0,
  label: label ?? 0,
  begin: begin ?? 0,
  end: end ?? 0,
});

test.each<[string, number[][], number[][]]>([
  ['nothing stays nothing', [], []],
  ['an empty unit falls away', [[0, 0, 5, 5]], []],
  [
    'an overlap becomes one',
    [
      [0, 0, 4, 9],
      [0, 0, 0, 5],
    ],
    [[0, 0, 0, 9]],
  ],
  [
    'what lies inside is swallowed',
    [
      [0, 0, 0, 9],
      [0, 0, 2, 4],
      [0, 0, 8, 10],
    ],
    [[0, 0, 0, 10]],
  ],
  [
    'what touches stays apart',
    [
      [0, 0, 0, 5],
      [0, 0, 5, 9],
    ],
    [
      [0, 0, 0, 5],
      [0, 0, 5, 9],
    ],
  ],
  [
    'other labels and annotators are left alone',
    [
      [1, 0, 0, 5],
      [0, 1, 0, 5],
      [0, 0, 0, 5],
    ],
    [
      [0, 0, 0, 5],
      [1, 0, 0, 5],
      [0, 1, 0, 5],
    ],
  ],
])('%s', (_, units, expected) => expect(mergedUnits(units.map(unit))).toEqual(expected.map(unit)));

test('as one label, overlapping units of different labels are merged', () => {
  const units = [
    [0, 2, 0, 5],
    [0, 1, 3, 8],
  ].map(unit);
  expect(asOneLabel({ length: 10, annotators: 2, units })).toEqual({
    length: 10,
    annotators: 2,
    units: [unit([0, 0, 0, 8])],
  });
});

const units = [0, 1, 2].map((annotator) => ({ annotator, begin: annotator, end: 9, label: 0 }));
const document = { length: 10, annotators: 4, units };

test.each([
  [
    [0, 1, 2, 3],
    [0, 1, 2],
  ],
  [
    [2, 0],
    [2, 0],
  ],
  [[3, 1], [1]],
  [[], []],
])('of annotators %p the units of %p are left', (annotators, left) => {
  const of = ofAnnotators(document, annotators);
  expect(of.annotators).toBe(annotators.length);
  const byPlace = of.units.toSorted((a, b) => a.annotator - b.annotator);
  expect(byPlace.map(({ begin }) => begin)).toEqual(left);
  for (const { annotator, begin } of of.units) expect(annotators[annotator]).toBe(begin);
});

const first = { length: 10, annotators: 2, units: [{ annotator: 0, begin: 8, end: 10, label: 1 }] };
const second = { length: 5, annotators: 2, units: [{ annotator: 1, begin: 0, end: 3, label: 0 }] };

test('documents are laid one behind another', () => {
  expect(concatenated([first, second])).toEqual({
    length: 15,
    annotators: 2,
    units: [
      { annotator: 0, begin: 8, end: 10, label: 1 },
      { annotator: 1, begin: 10, end: 13, label: 0 },
    ],
  });
});

test('documents of other annotators are refused, and none at all', () => {
  expect(() => concatenated([first, { ...second, annotators: 3 }])).toThrow(RangeError);
  expect(() => concatenated([])).toThrow(RangeError);
});
