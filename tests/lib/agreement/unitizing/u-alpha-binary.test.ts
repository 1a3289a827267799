import { expect, test } from '@jest/globals';
import { sweepUnits } from '@/lib/agreement/unitizing/sweep-units';
import { uAlphaBinary } from '@/lib/agreement/unitizing/u-alpha-binary';

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
  ['nothing is marked', marks()],
  ['everything is marked', marks([0, 0, 10, 0], [1, 0, 10, 1])],
])('is undefined where %s', (_, statistics) => {
  expect(uAlphaBinary(statistics)).toEqual({
    value: null,
    reason: 'either nothing or everything was marked',
  });
});
