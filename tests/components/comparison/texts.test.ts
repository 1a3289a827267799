import { labelLookup } from '@/components/article-text/labels';
import { mayCompare } from '@/components/workbench/article-navigation';
import { heightShare, barsOf } from '@/components/workbench/minimap';
import { formatHeat, labelsAt } from '@/components/workbench/pointed-position';
import { describe, expect, test } from '@jest/globals';
import { whyNothing } from '@/components/comparison/no-comparison';
import { detailLines } from '@/components/workbench/version-annotations';
import { Blocks } from '@/components/live/span-index';
import type { VisibleLayer } from '@/lib/annotation/article-workspace';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

describe('why there is nothing to compare', () => {
  const usual = { opensOnSubmission: false, role: 'analyst', isOwnAmong: false } as const;
  const cases: [string, Parameters<typeof whyNothing>[0], RegExp | null][] = [
    ['two are open', { ...usual, authors: ['Ana', 'Ben'] }, null],
    [
      'one waits for oneself',
      { ...usual, opensOnSubmission: true, authors: ['Ana'] },
      /submitted yours/,
    ],
    ['nobody has begun', { ...usual, role: 'manager', authors: [] }, /^Nobody has annotated/],
    ['one has', { ...usual, role: 'owner', authors: ['Ana'] }, /only Ana has annotated/],
    [
      'only one’s own is open',
      { ...usual, authors: ['Ana'], isOwnAmong: true },
      /your own annotations/,
    ],
    ['one is open', { ...usual, role: 'viewer', authors: ['Ana'] }, /^Only one analyst/],
    ['none is open', { ...usual, authors: [] }, /^No annotations of this article are open/],
  ];
  test.each(cases)('%s', (_, given, words) => {
    const why = whyNothing(given);
    if (words === null) expect(why).toBeNull();
    else expect(why).toMatch(words);
  });
  test('reveals no name and no number of hidden layers', () => {
    for (const role of ['analyst', 'viewer'] as const)
      expect(whyNothing({ ...usual, role, authors: ['Ana'] })).not.toMatch(/Ana|\d/);
  });
});

test('who gets a link to the comparison', () => {
  const other: VisibleLayer = {
    layerId: 'b',
    author: 'Ben',
    authorId: 'u',
    kind: 'analyst',
    state: 'open',
  };
  const layer = { id: 'a', state: 'open', eventCount: 0 } as const;
  const may = (role: 'analyst' | 'viewer' | 'manager', own: boolean, others: number) =>
    mayCompare({
      role,
      layer: own ? layer : null,
      otherLayersVisible: Array.from({ length: others }, () => other),
    });
  expect([may('analyst', true, 0), may('viewer', false, 1)]).toEqual([false, false]);
  expect([may('analyst', true, 1), may('viewer', false, 2)]).toEqual([true, true]);
  expect(may('manager', false, 0)).toBe(true);
});

test('the labels and the heat at a position', () => {
  const { annotations } = aComparedLayer('a', 'x 0-10', 'y 5-8', 'x 5-6');
  expect(labelsAt(annotations, 5)).toEqual(['x', 'y']);
  expect(labelsAt(annotations, 10)).toEqual([]);
  const heat = [{ start: 0, end: 4, marked: 2, conflict: 2 / 3 }];
  expect(formatHeat(heat, 3, 4)).toBe('Annotated by 2 of 4; 67 % of pairs disagree');
  expect(formatHeat(heat, 4, 4)).toBe('Annotated by 0 of 4');
});

test('the details of an annotation beyond its label', () => {
  const target = {
    key: 'target',
    name: 'Target',
    type: 'text',
    options: [],
    required: false,
  } as const;
  const label = { ...labelLookup([]).of('x'), attributes: [{ ...target, options: [] }] };
  const attributes = { target: 'the mayor', ironic: true };
  expect(detailLines({ attributes, note: 'Hm.', confidence: 0.5 }, label)).toEqual([
    'Target: the mayor',
    'ironic: yes',
    'Confidence: Even (50 %)',
    'Hm.',
  ]);
  expect(
    detailLines({ attributes: {}, note: '', confidence: null }, labelLookup([]).of('x')),
  ).toEqual([]);
});

test('the place of a position in the minimap', () => {
  const blocks = new Blocks([
    { start: 0, end: 10 },
    { start: 11, end: 11 },
    { start: 12, end: 32 },
  ]);
  const tops = [0, 100, 120, 400];
  const shareAt = (position: number) => heightShare(blocks, tops, position);
  expect([0, 5, 10, 11, 12, 22, 32].map(shareAt)).toEqual([0, 0.125, 0.25, 0.25, 0.3, 0.65, 1]);
  expect(heightShare(blocks, [], 5)).toBe(0);
  expect(barsOf([{ start: 0, end: 5, marked: 1, conflict: 0.5 }], 4, shareAt)).toEqual([
    { from: 0, to: 0.125, density: 0.25, conflict: 0.5 },
  ]);
});
