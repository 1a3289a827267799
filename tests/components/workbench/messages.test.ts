import { expect, test } from '@jest/globals';
import {
  learningMessage,
  attemptMessage,
  resultAddress,
  changesAddress,
  countsMessage,
  formatPublished,
  otherLayersMessage,
} from '@/components/workbench/messages';
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
  [true, null, null, 'You reached 1.00. There is no pass mark, so this passes.'],
  [true, null, 'Ada', 'Ada reached 1.00. There is no pass mark, so this passes.'],
  [true, 0.8, null, 'Passed: 1.00; the pass mark was 0.80.'],
  [false, 0.8, 'Ada', 'Not passed: 1.00; the pass mark was 0.80.'],
])('describes whether an attempt passed: %s of %s by %s', (passed, passMark, name, message) => {
  expect(attemptMessage({ passed, passMark, score }, name)).toBe(message);
});

test.each([
  [0, false, 'Not annotated yet'],
  [1, false, 'Tried once, not passed yet'],
  [3, false, 'Tried 3 times, not passed yet'],
  [3, true, 'Passed'],
])('describes the progress after %i attempts, passed %s', (attempts, hasPassed, message) => {
  const learning = { articleId: 'a', title: 'A', isSource: false, attempts, hasPassed };
  expect(learningMessage(learning)).toBe(message);
});

test('a result has an address, the viewer’s own or another’s', () => {
  expect(resultAddress('a')).toBe('/articles/a/calibration');
  expect(resultAddress('a', { user: 'u', attempt: 2 })).toBe(
    '/articles/a/calibration?user=u&attempt=2',
  );
});

test('agreement with the consensus in words', () => {
  expect(formatMonth('2026-02')).toBe('Feb 2026');
  expect([formatArticleCount(1), formatArticleCount(1200)]).toEqual([
    '1 article',
    '1,200 articles',
  ]);
  const { all } = estimatesOf([]);
  expect(figureOf(all, 'alpha')).toMatchObject({ value: null, interval: null });
  expect(figureOf(all, 'f1Characters')).toEqual({ value: 1, reason: null, interval: null });
});

const none = { unchanged: 0, changed: 0, rejected: 0, missed: 0, waiting: 0 };

test.each([
  [none, 'No annotations'],
  [{ ...none, unchanged: 1200, rejected: 1 }, '1,200 unchanged, 1 rejected'],
])('%j is %s', (counts, message) => {
  expect(countsMessage(counts)).toBe(message);
});

test('the viewer’s own page has no user in its address', () => {
  expect(changesAddress('a')).toBe('/articles/a/changes');
  expect(changesAddress('a', 'u')).toBe('/articles/a/changes?user=u');
});

test.each([
  ['2026', '2026'],
  ['2026-11', 'November 2026'],
  ['2026-11-18', '18 November 2026'],
  ['0999-01-02', '2 January 999'],
  ['last week', 'last week'],
])('%s is read as %s', (publishedAt, words) => {
  expect(formatPublished(publishedAt)).toBe(words);
});

test.each([
  [1, 'See annotations of 1 other'],
  [3, 'See annotations of 3 others'],
])('%d', (count, message) => {
  expect(otherLayersMessage(count)).toBe(message);
});
