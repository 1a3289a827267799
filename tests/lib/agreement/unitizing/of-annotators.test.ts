import { expect, test } from '@jest/globals';
import { ofAnnotators } from '@/lib/agreement/unitizing/of-annotators';

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
])('of annotators %p the marks of %p are left', (annotators, left) => {
  const of = ofAnnotators(document, annotators);
  expect(of.annotators).toBe(annotators.length);
  const byPlace = of.units.toSorted((a, b) => a.annotator - b.annotator);
  expect(byPlace.map(({ begin }) => begin)).toEqual(left);
  for (const { annotator, begin } of of.units) expect(annotators[annotator]).toBe(begin);
});
