import { expect, test } from '@jest/globals';
import {
  learningMessage,
  attemptMessage,
  resultAddress,
} from '@/components/workbench/calibration-messages';
import {
  formatArticleCount,
  figureOf,
  formatMonth,
} from '@/components/calibration/performance-measures';
import { scoreOf } from '@/lib/calibration/score';
import { estimatesOf } from '@/lib/calibration/estimate';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const score = scoreOf(
  aComparedLayer('a', 'x 0-10').annotations,
  aComparedLayer('c', 'x 0-10').annotations,
  20,
);

test.each([
  [true, null, null, 'You reached 1.00. No mark was asked for, so this passes.'],
  [true, null, 'Ada', 'Ada reached 1.00. No mark was asked for, so this passes.'],
  [true, 0.8, null, 'Passed: 1.00, and 0.80 was asked for.'],
  [false, 0.8, 'Ada', 'Not passed: 1.00, and 0.80 was asked for.'],
])('says whether an attempt passed: %s of %s by %s', (passed, passMark, name, message) => {
  expect(attemptMessage({ passed, passMark, score }, name)).toBe(message);
});

test.each([
  [0, false, 'Not labelled yet'],
  [1, false, 'Tried once, not passed yet'],
  [3, false, 'Tried 3 times, not passed yet'],
  [3, true, 'Passed'],
])('says how far one is after %i attempts, passed %s', (attempts, hasPassed, message) => {
  const learning = { articleId: 'a', title: 'A', isSource: false, attempts, hasPassed };
  expect(learningMessage(learning)).toBe(message);
});

test('a result has an address, whoever’s it is', () => {
  expect(resultAddress('a')).toBe('/articles/a/calibration');
  expect(resultAddress('a', { user: 'u', attempt: 2 })).toBe(
    '/articles/a/calibration?user=u&attempt=2',
  );
});

test('competence in words', () => {
  expect(formatMonth('2026-02')).toBe('Feb 2026');
  expect([formatArticleCount(1), formatArticleCount(1200)]).toEqual([
    '1 article',
    '1,200 articles',
  ]);
  const { all } = estimatesOf([]);
  expect(figureOf(all, 'alpha')).toMatchObject({ value: null, interval: null });
  expect(figureOf(all, 'f1Characters')).toEqual({ value: 1, reason: null, interval: null });
});
