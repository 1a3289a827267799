import { expect, test } from '@jest/globals';
import { passes, score, scoreOf } from '@/lib/adjudication/calibration/score';
import { aReading } from '@/tests/builders/a-reading';

const told = scoreOf(aReading('a', 'x 0-10', 'y 20-30').marks, aReading('c', 'x 0-10').marks, 100);

test('scores a reading, all labels and each', () => {
  expect(score.parse(told)).toEqual(told);
  expect(told.all).toMatchObject({ precision: 0.5, recall: 1, mine: 2, settled: 1 });
  expect(told.labels.map(({ label, f1Characters }) => [label, f1Characters])).toEqual([
    ['x', 1],
    ['y', 0],
  ]);
});

test.each([
  [null, true],
  [0, true],
  [2 / 3, true],
  [0.67, false],
])('with a pass mark of %s it passes: %s', (mark, expected) => {
  expect(passes(told, mark)).toBe(expected);
});
