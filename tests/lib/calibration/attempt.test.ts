import { expect, test } from '@jest/globals';
import { attemptView } from '@/lib/calibration/attempt';
import { scoreOf } from '@/lib/calibration/score';

const attempt = {
  number: 1,
  at: '2026-01-01T00:00:00.000Z',
  score: scoreOf([], [], 10),
  passMark: null,
  passed: true,
};

test.each([
  [{}, true],
  [{ passMark: 0.8 }, true],
  [{ number: 0 }, false],
  [{ score: {} }, false],
])('an attempt with %j holds: %s', (more, holds) => {
  expect(attemptView.safeParse({ ...attempt, ...more }).success).toBe(holds);
});
