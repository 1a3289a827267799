import { expect, test } from '@jest/globals';
import {
  progressParts,
  submissionsMessage,
  articleStateMessage,
} from '@/components/adjudication/overview/overview-messages';

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
  [none, 'Nobody has begun', 'Waiting for submissions'],
  [{ ...none, unsubmitted: 2 }, '0 submitted, 2 in progress', 'Waiting for submissions'],
  [{ ...none, submitted: 3 }, '3 submitted', 'To adjudicate'],
  [{ ...none, submitted: 3, state: 'open', people: 1, rules: 4 }, '3 submitted', 'In progress'],
  [{ ...none, submitted: 3, state: 'submitted', people: 2 }, '3 submitted', 'Resolved'],
] as const)('%#', (progress, submissions, state) => {
  expect(submissionsMessage(progress)).toBe(submissions);
  expect(articleStateMessage(progress)).toBe(state);
});

const counts = (progress: Parameters<typeof progressParts>[0]) =>
  progressParts(progress).map(({ key, count }) => `${key} ${count}`);

test('what a merge left is open until people decide it, attributes left open too', () => {
  const merge = { open: 3, units: 10, at: '2026-01-01T00:00:00.000Z' };
  const progress = { ...none, people: 1, rules: 7, attributes: 1, merge };
  expect(counts(progress)).toEqual(['person 1', 'rule 6', 'open 3']);
  expect(counts({ ...progress, people: 20 })).toEqual(['person 20', 'rule 6', 'open 0']);
  expect(counts({ ...none, people: 2 })).toEqual(['person 2', 'rule 0', 'open 0']);
});
