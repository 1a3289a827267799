import { describe, expect, test } from '@jest/globals';
import type {
  DecisionViewContext,
  StoredDecision,
} from '@/lib/adjudication/decision/seen-decision';
import { seenDecision } from '@/lib/adjudication/decision/seen-decision';
import { positionIndex } from '@/lib/article/code-points';
import { aStoredDecision } from '@/tests/builders/a-stored-decision';

const text = '😀 The failed gamble.';
const content = (end: number) => ({
  label: 'l',
  segments: [{ start: 7, end }],
  attributes: {},
  note: '',
  confidence: null,
  codebookVersion: 1,
});
const contents = new Map([
  ['a1 1', content(13)],
  ['b1 1', content(13)],
  ['c1 2', content(20)],
  ['C 1', content(13)],
]);
const ref = (layerId: string, version = 1) => ({ layerId, annotationId: `${layerId}1`, version });
const decision: StoredDecision = {
  ...aStoredDecision({
    start: 7,
    end: 20,
    quote: 'failed gamble',
    rule: 'majority',
    sources: [ref('a'), ref('b'), ref('c', 2)],
    silent: ['d', 'e'],
    outcome: [{ annotationId: 'C', version: 1, label: 'l', from: ['a1', 'b1'] }],
  }),
  projectId: 'p',
  articleId: 't',
  articleTitle: 'An article',
  source: 'The Post',
  revisionId: 'r',
  revision: 1,
  layerId: 'L',
  endedAt: null,
  endedBy: null,
  replacedById: null,
};
const who: DecisionViewContext['who'] = {
  userId: 'a',
  role: 'analyst',
  blind: 'after-submit',
  ownState: 'submitted',
  discussion: 'none',
  hideSource: true,
};
const reader: DecisionViewContext = {
  who,
  anonymous: false,
  text,
  index: positionIndex(text, 'code-point'),
  contents,
  authorOf: (layerId) => ({ id: layerId, name: layerId.toUpperCase() }),
};
const viewFor = (other: Partial<DecisionViewContext['who']> = {}, anonymous = false) =>
  seenDecision(decision, { ...reader, anonymous, who: { ...who, ...other } });

test('gives positions in the offset unit of the index, and nothing more', () => {
  expect(viewFor()).toMatchObject({
    offsetUnit: 'code-point',
    start: 6,
    end: 19,
    rule: 'majority',
    silent: 2,
    source: 'The Post',
    outcome: [
      {
        annotationId: 'C',
        quote: 'failed',
        segments: [{ start: 6, end: 12 }],
        sources: ['a1', 'b1'],
      },
    ],
  });
  expect(viewFor()).not.toHaveProperty('versionHashes');
  expect(seenDecision({ ...decision, rule: '' }, reader).rule).toBeNull();
});

describe('of the versions', () => {
  const shown = (view: ReturnType<typeof viewFor>) =>
    view.versions.map(({ holders, count, taken }) => [
      holders.map(({ author }) => author).join(),
      count,
      taken,
    ]);
  test.each([
    [
      'all, to one who sees the readings',
      {},
      false,
      [
        ['A,B', 2, true],
        ['C', 1, false],
      ],
    ],
    ['their own, where readings stay closed', { blind: 'closed' }, false, [['A', 1, true]]],
    ['none, to a viewer', { blind: 'closed', role: 'viewer', userId: 'v' }, false, []],
    [
      'all but names, where those are kept back',
      {},
      true,
      [
        ['A', 2, true],
        ['', 1, false],
      ],
    ],
  ] as const)('tells %s', (_, other, anonymous, versions) => {
    expect(shown(viewFor(other, anonymous))).toEqual(versions);
  });

  test.each([
    [{}, true],
    [{ blind: 'closed' }, false],
  ] as const)('never tells whose an outcome is made of otherwise: %j', (other, anonymous) => {
    expect(viewFor(other, anonymous).outcome).toMatchObject([{ sources: [] }]);
  });
});

test('the outlet is hidden from those who have not submitted', () => {
  expect(viewFor({ ownState: 'open', blind: 'open' }).source).toBeNull();
  expect(viewFor({ role: 'manager', ownState: 'none' }).source).toBe('The Post');
});

test('has context from its paragraph', () => {
  expect(viewFor()).toMatchObject({ prefix: '😀 The ', quote: 'failed gamble', suffix: '.' });
  const long = `One.\n${'word '.repeat(60)}failed gamble${' more'.repeat(60)}.`;
  const start = long.indexOf('failed');
  const shifted = { ...decision, start, end: start + 13 };
  const { prefix, suffix } = seenDecision(shifted, {
    ...reader,
    text: long,
    index: positionIndex(long, 'code-point'),
  });
  expect([prefix.length, suffix.length]).toEqual([115, 120]);
  expect([prefix.slice(0, 9), suffix.slice(-5)]).toEqual(['word word', ' more']);
});
