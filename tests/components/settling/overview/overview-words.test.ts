import { expect, test } from '@jest/globals';
import {
  progressParts,
  progressWords,
  readingsWords,
  stateWords,
} from '@/components/settling/overview/overview-words';

const none = {
  submitted: 0,
  unsubmitted: 0,
  state: null,
  people: 0,
  rules: 0,
  attributes: 0,
  merge: null,
} as const;

test.each([
  [none, 'Nobody has begun', 'Waits for readings', 'Nothing is decided yet'],
  [{ ...none, unsubmitted: 2 }, '0 submitted, 2 at work', 'Waits for readings', null],
  [{ ...none, submitted: 3 }, '3 submitted', 'To be settled', null],
  [
    { ...none, submitted: 3, state: 'open', people: 1, rules: 4 },
    '3 submitted',
    'Begun',
    '1 place by people, 4 by rule',
  ],
  [
    { ...none, submitted: 3, state: 'submitted', people: 2 },
    '3 submitted',
    'Settled',
    '2 places by people, 0 by rule',
  ],
] as const)('%#', (progress, readings, state, words) => {
  expect(readingsWords(progress)).toBe(readings);
  expect(stateWords(progress)).toBe(state);
  if (words !== null) expect(progressWords(progress)).toBe(words);
});

test('what a merge left is open until people decide it, attributes left open too', () => {
  const merge = { open: 3, units: 10, at: '2026-01-01T00:00:00.000Z' };
  const progress = { ...none, people: 1, rules: 7, attributes: 1, merge };
  expect(progressParts(progress)).toEqual({ people: 1, rules: 6, open: 3 });
  expect(progressWords(progress)).toBe('1 place by people, 6 by rule, 3 open');
  expect(progressParts({ ...progress, people: 20 }).open).toBe(0);
});
