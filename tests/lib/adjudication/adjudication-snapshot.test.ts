import { describe, expect, test } from '@jest/globals';
import type { AdjudicationSnapshot } from '@/lib/adjudication/adjudication-snapshot';
import {
  hasLayerBegun,
  reasonAgainst,
  requireAdjudicable,
  adjudicatedLayers,
} from '@/lib/adjudication/adjudication-snapshot';
import { defaultAdjudicationSettings } from '@/lib/adjudication/adjudication-settings';
import { aSource } from '@/tests/builders/sources';

const done = aSource('ada', ['l 0-5']);
const silent = aSource('ben', []);
const working = { ...aSource('cleo', ['l 0-5']), state: 'open' as const };
const opened = { ...aSource('dora', []), state: 'open' as const };

test.each([
  [done, true],
  [silent, true],
  [working, true],
  [opened, false],
])('has begun: %#', (layer, begun) => {
  expect(hasLayerBegun(layer)).toBe(begun);
});

test.each([
  ['wait', [done, silent]],
  ['leave-out', [done, silent]],
  ['include', [done, silent, working]],
] as const)('%s settles', (unsubmitted, expected) => {
  expect(adjudicatedLayers([done, silent, working, opened], { unsubmitted })).toEqual(expected);
});

describe('nothing can be decided', () => {
  const snapshot = {
    settings: defaultAdjudicationSettings,
    layers: [done],
    unsubmitted: [],
    consensus: null,
  };
  const consensus = { id: '', revisionId: '', eventCount: 1, state: 'submitted' as const };
  const hidden = { ...defaultAdjudicationSettings, anonymous: true };
  test.each([
    ['where it may be', {}, null],
    ['where the article is settled', { consensus }, /^This article is resolved\./],
    ['while somebody works', { unsubmitted: [working] }, /^CLEO has begun/],
    ['while two work', { unsubmitted: [working, done] }, /^CLEO, ADA have begun/],
    ['while one who is not named works', { settings: hidden, unsubmitted: [working] }, /^1 of its/],
    ['without any reading', { layers: [] }, /^Nobody has submitted/],
    [
      'but where those who work are left out',
      {
        settings: { ...defaultAdjudicationSettings, unsubmitted: 'leave-out' as const },
        unsubmitted: [working],
      },
      null,
    ],
  ])('%s', (_, other, reason) => {
    const actual = reasonAgainst({ ...snapshot, ...other });
    if (reason === null) expect(actual).toBeNull();
    else expect(actual).toMatch(reason);
  });

  test('in what is archived, or where there is a reason', () => {
    const live = { projectArchived: false, articleArchived: false };
    const asked = (context: typeof live, layers = [done]) =>
      requireAdjudicable({ ...snapshot, layers, context } as unknown as AdjudicationSnapshot);
    expect(() => asked(live)).not.toThrow();
    expect(() => asked(live, [])).toThrow('Nothing was changed.');
    expect(() => asked({ ...live, articleArchived: true })).toThrow('archived');
  });
});
