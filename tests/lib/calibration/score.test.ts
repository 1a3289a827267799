import { expect, test } from '@jest/globals';
import { passes, score, scoreOf } from '@/lib/calibration/score';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const scored = scoreOf(
  aComparedLayer('a', 'x 0-10', 'y 20-30').annotations,
  aComparedLayer('c', 'x 0-10').annotations,
  100,
);

test('scores a reading, all labels and each', () => {
  expect(score.parse(scored)).toEqual(scored);
  expect(scored.all).toMatchObject({ precision: 0.5, recall: 1, mine: 2, consensus: 1 });
  expect(scored.labels.map(({ label, f1Characters }) => [label, f1Characters])).toEqual([
    ['x', 1],
    ['y', 0],
  ]);
});

test.each([
  [null, true],
  [0, true],
  [2 / 3, true],
  [0.67, false],
])('with a pass mark of %s it passes: %s', (annotation, expected) => {
  expect(passes(scored, annotation)).toBe(expected);
});
