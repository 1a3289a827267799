import { describe, expect, test } from '@jest/globals';
import {
  progressMessage,
  alsoHereMessage,
  versionLetter,
  byRule,
  effectMessage,
  strategyMessage,
} from '@/components/adjudication/workspace/adjudication-messages';
import type { MergeStrategy } from '@/lib/adjudication/merge/merge';
import { noMergeCounts } from '@/lib/adjudication/merge/merge';

const none = { open: 0, changed: 0, attributes: 0, rule: 0, person: 0, elsewhere: 0 };

describe('progress', () => {
  test.each([
    [{ open: 44, changed: 3, rule: 4, person: 10 }, '14 of 61 passages are resolved; 3 to review'],
    [{ open: 1, changed: 1 }, '0 of 2 passages are resolved; 1 to review'],
    [{ attributes: 1, rule: 1 }, '1 of 2 passages are resolved'],
    [{ open: 1 }, '0 of 1 passage is resolved'],
    [{ rule: 1200 }, 'All 1,200 passages are resolved'],
    [{ person: 1 }, 'All 1 passage is resolved'],
    [{ elsewhere: 4 }, 'There are no annotations.'],
  ])('%j: %s', (counts, message) => expect(progressMessage({ ...none, ...counts })).toBe(message));
});

test.each([
  [[], ''],
  [['Ben'], 'Ben is at this passage too.'],
  [['Ana', 'Ben', 'Cem'], 'Ana, Ben and Cem are at this passage too.'],
])('who is there too: %j', (names, message) => expect(alsoHereMessage(names)).toBe(message));

test('versions have letters', () => expect([0, 1, 25].map(versionLetter)).toEqual(['A', 'B', 'Z']));

describe('a strategy', () => {
  const cases: [MergeStrategy, string][] = [
    [{ majority: null, confidence: null }, 'Resolves what all annotators agree on. '],
    [
      { majority: { boundary: 'union' }, confidence: null },
      'Resolves what all annotators agree on and a label that a majority gives (union). ',
    ],
    [
      { majority: null, confidence: { least: 0.75, use: 'require' } },
      'Resolves what all annotators agree on, where its annotators are at least 75 % confident. ',
    ],
    [
      { majority: null, confidence: { least: 0.9, use: 'decide' } },
      'Resolves what all annotators agree on and the one version whose annotators are at least 90 % confident. ',
    ],
  ];
  test.each(cases)('%j', (strategy, message) =>
    expect(strategyMessage(strategy)).toBe(`${message}Everything else is left to resolve by hand.`),
  );
});

describe('what a merge does', () => {
  test.each([
    [{}, 'It changes nothing: the consensus is up to date.'],
    [{ added: 1 }, 'It adds 1 annotation.'],
    [
      { added: 1200, rewritten: 2, removed: 1, attributes: 2 },
      'It adds 1,200 annotations, changes 2 annotations, deletes 1 annotation. 2 passages keep a tie in attributes open.',
    ],
  ])('%j: %s', (counts, message) =>
    expect(effectMessage({ ...noMergeCounts, ...counts })).toBe(message),
  );

  test('counts what rules resolve', () =>
    expect(byRule({ ...noMergeCounts, unanimous: 1, majority: 2, confidence: 4, open: 8 })).toBe(
      7,
    ));
});
