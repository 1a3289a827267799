import { expect, test } from '@jest/globals';
import { coveredBy } from '@/lib/adjudication/merge/covered-by';

const spans = [
  [{ start: 0, end: 5 }],
  [{ start: 3, end: 8 }],
  [
    { start: 4, end: 5 },
    { start: 7, end: 9 },
  ],
];

test.each([
  [1, [{ start: 0, end: 9 }]],
  [
    2,
    [
      { start: 3, end: 5 },
      { start: 7, end: 8 },
    ],
  ],
  [3, [{ start: 4, end: 5 }]],
  [4, []],
])('what at least %i cover', (least, covered) => {
  expect(coveredBy(spans, least)).toEqual(covered);
  expect(coveredBy(spans.toReversed(), least)).toEqual(covered);
});

test('what touches is one', () => {
  expect(coveredBy([[{ start: 0, end: 2 }], [{ start: 2, end: 4 }]], 1)).toEqual([
    { start: 0, end: 4 },
  ]);
});
