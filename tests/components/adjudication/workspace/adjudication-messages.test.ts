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

describe('how far a desk is', () => {
  test.each([
    [{ open: 44, changed: 3, rule: 4, person: 10 }, '14 of 61 places are settled; 3 ask again'],
    [{ open: 1, changed: 1 }, '0 of 2 places are settled; 1 asks again'],
    [{ attributes: 1, rule: 1 }, '1 of 2 places are settled'],
    [{ open: 1 }, '0 of 1 place is settled'],
    [{ rule: 1200 }, 'All 1,200 places are settled'],
    [{ person: 1 }, 'All 1 place is settled'],
    [{ elsewhere: 4 }, 'No reading marks anything.'],
  ])('%j: %s', (counts, message) => expect(progressMessage({ ...none, ...counts })).toBe(message));
});

test.each([
  [[], ''],
  [['Ben'], 'Ben is at this place too.'],
  [['Ana', 'Ben', 'Cem'], 'Ana, Ben and Cem are at this place too.'],
])('who is there too: %j', (names, message) => expect(alsoHereMessage(names)).toBe(message));

test('versions have letters', () => expect([0, 1, 25].map(versionLetter)).toEqual(['A', 'B', 'Z']));

describe('a strategy', () => {
  const cases: [MergeStrategy, string][] = [
    [{ majority: null, confidence: null }, 'Settles what all say alike. '],
    [
      { majority: { boundary: 'union' }, confidence: null },
      'Settles what all say alike and a label that most give (all that any of them marks). ',
    ],
    [
      { majority: null, confidence: { least: 0.75, use: 'require' } },
      'Settles what all say alike, where those who said so are 75 % sure. ',
    ],
    [
      { majority: null, confidence: { least: 0.9, use: 'decide' } },
      'Settles what all say alike and the one version whose makers are at least 90 % sure. ',
    ],
  ];
  test.each(cases)('%j', (strategy, message) =>
    expect(strategyMessage(strategy)).toBe(`${message}Everything else is left to people.`),
  );
});

describe('what a merge does', () => {
  test.each([
    [{}, 'It changes nothing: everything stands as it would be settled.'],
    [{ added: 1 }, 'It adds 1 annotation.'],
    [
      { added: 1200, rewritten: 2, removed: 1, attributes: 2 },
      'It adds 1,200 annotations, changes 2 annotations, takes 1 annotation out. 2 places keep a tie in attributes open.',
    ],
  ])('%j: %s', (counts, message) =>
    expect(effectMessage({ ...noMergeCounts, ...counts })).toBe(message),
  );

  test('counts what rules settle', () =>
    expect(byRule({ ...noMergeCounts, unanimous: 1, majority: 2, confidence: 4, open: 8 })).toBe(
      7,
    ));
});
