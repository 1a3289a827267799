import { expect, test } from '@jest/globals';
import type { Unit } from '@/lib/agreement/annotated-document';
import { asOneLabel, mergedUnits } from '@/lib/agreement/unitizing/merged-units';

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

test('as one label, marks of different labels become one where they overlap', () => {
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
