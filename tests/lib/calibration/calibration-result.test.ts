import { describe, expect, test } from '@jest/globals';
import {
  calibrationQuery,
  reasonAgainstShowing,
  attemptView,
} from '@/lib/calibration/calibration-result';
import { scoreOf } from '@/lib/calibration/score';

describe('attempt', () => {
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
});

describe('calibration result', () => {
  const conditions = {
    isOwn: true,
    isCalibration: true,
    attempts: 0,
    mayBeMeasured: true,
    isSource: false,
    seesConsensus: false,
  };

  test.each<[Partial<typeof conditions>, RegExp | null]>([
    [{ attempts: 1, seesConsensus: true }, null],
    [{ attempts: 1, seesConsensus: true, isCalibration: false }, null],
    [{ attempts: 1 }, /again/],
    [{ isCalibration: false, seesConsensus: true }, /not a calibration article/],
    [{ isOwn: false, seesConsensus: true }, /They have not submitted/],
    [{ mayBeMeasured: false, seesConsensus: true }, /Only analysts/],
    [{ isSource: true, seesConsensus: true }, /made from your annotations too/],
    [{}, /not submitted your annotations yet/],
  ])('why no attempt is shown: %j', (more, words) => {
    const reason = reasonAgainstShowing({ ...conditions, ...more });
    if (words === null) expect(reason).toBeNull();
    else expect(reason).toMatch(words);
  });

  test.each([
    [{}, true],
    [{ attempt: '2' }, true],
    [{ attempt: '0' }, false],
    [{ attempt: 'last' }, false],
    [{ user: 'me' }, false],
  ])('a query of %j holds: %s', (query, holds) => {
    expect(calibrationQuery.safeParse(query).success).toBe(holds);
  });
});
