import { describe, expect, test } from '@jest/globals';
import type { SentDeed, Stored } from '@/lib/annotation/deed';
import { annotationOf, becomingOf, firstHolding, isSameContent } from '@/lib/annotation/deed';
import { basic3 } from '@/lib/codebook/basic-3';
import { positionIndex } from '@/lib/article/code-points';
import type { Codebook } from '@/lib/codebook/codebook';
import { codebookContent } from '@/lib/codebook/codebook';
import { aPut } from '@/tests/builders/an-annotation';

const text = 'The 😀 regime said so.';
const index = positionIndex(text, 'utf-16');
const place = { segments: [{ start: 7, end: 13 }] };

const books: Record<number, Codebook> = {
  1: codebookContent.parse({
    labels: [{ key: 'old', attributes: [{ key: 'how', type: 'text' }] }, { key: 'both' }],
  }),
  2: codebookContent.parse({
    labels: [{ key: 'new' }, { key: 'both', attributes: [{ key: 'how', type: 'text' }] }],
  }),
};
const codebooks = { latest: 2, read: (version: number) => books[version] };

const stored = (chosen: Partial<Stored>): Stored => ({
  ...aPut(place),
  id: 'a',
  layerId: 'l',
  codebookVersion: 1,
  version: 4,
  createdAt: '',
  updatedAt: '',
  removed: false,
  ...chosen,
});

const becoming = (chosen: object, before?: Partial<Stored>, path = '') => {
  const put = aPut({ ...place, ...chosen });
  const deed: SentDeed & { put: typeof put } = {
    annotationId: 'a',
    path,
    version: null,
    deedId: null,
    put,
  };
  return becomingOf(deed, text, index, before && stored(before), codebooks);
};

const outcome = (result: ReturnType<typeof becoming>) =>
  'faults' in result ? result.faults.map(({ path }) => path) : result.becoming.codebookVersion;

describe('becomingOf', () => {
  test.each([
    ['a new annotation takes a label of the latest codebook', { label: 'new' }, undefined, 2],
    ['not one that was withdrawn', { label: 'old' }, undefined, ['label']],
    ['a label that stays may be a withdrawn one', { label: 'old' }, { label: 'old' }, 1],
    [
      'a removed annotation comes back with it',
      { label: 'old' },
      { label: 'old', removed: true },
      1,
    ],
    ['another label is one of the latest', { label: 'old' }, { label: 'both' }, ['label']],
    ['a label that stays keeps its codebook', { label: 'both' }, { label: 'both' }, 1],
    [
      'but for new attributes moves on to the latest',
      { label: 'both', attributes: { how: 'x' } },
      { label: 'both' },
      2,
    ],
    [
      'a withdrawn label’s attributes are checked in its own codebook',
      { label: 'old', attributes: { how: 'x' } },
      { label: 'old' },
      1,
    ],
    [
      'and refused there',
      { label: 'old', attributes: { who: 'x' } },
      { label: 'old' },
      ['attributes.who'],
    ],
  ] as [string, object, Partial<Stored> | undefined, number | string[]][])(
    '%s',
    (_, chosen, before, expected) => {
      expect(outcome(becoming(chosen, before))).toEqual(expected);
    },
  );

  test('tells quote and anchor; a quote that was sent must be the text there', () => {
    expect(becoming({ label: 'new', quote: ' regime ' })).toMatchObject({
      becoming: { quote: 'regime', prefix: 'The 😀 ', suffix: ' said so.' },
    });
    expect(outcome(becoming({ label: 'new', quote: 'Regime' }))).toEqual(['quote']);
    const loose = [
      { start: 0, end: 4 },
      { start: 6, end: 13 },
    ];
    for (const quote of ['The  …  regime', 'The … regime'])
      expect(outcome(becoming({ label: 'new', segments: loose, quote }))).toBe(2);
  });

  test('faults are told below the deed’s own path', () => {
    const bad = { label: 'old', segments: [{ start: 5, end: 99 }] };
    expect(outcome(becoming(bad, undefined, 'put.3'))).toEqual([
      'put.3.segments.0.start',
      'put.3.segments.0.end',
      'put.3.label',
    ]);
  });
});

test('annotationOf tells the stored with quote and anchor, not whether it is removed', () => {
  const told = annotationOf(text, stored({}));
  expect(told).toMatchObject({ id: 'a', version: 4, quote: 'regime', prefix: 'The 😀 ' });
  expect(told).not.toHaveProperty('removed');
});

test.each([
  [{}, true],
  [{ note: 'x' }, false],
  [{ confidence: 0 }, false],
  [{ label: 'y' }, false],
  [{ segments: [{ start: 7, end: 12 }] }, false],
  [{ attributes: { a: 1 } }, false],
])('content with %j is the same: %s', (other, same) => {
  expect(isSameContent(aPut(place), aPut({ ...place, ...other }))).toBe(same);
});

test('a label holds in the first codebook that has it and takes its attributes', () => {
  const [loaded] = basic3.labels;
  const other = { ...basic3, labels: [] };
  const books = [
    { version: 3, content: undefined },
    { version: 2, content: other },
    { version: 1, content: basic3 },
  ];
  const said = { label: loaded?.key ?? '', attributes: {} };
  expect(firstHolding(said, books)).toEqual({ version: 1 });
  expect(firstHolding(said, books.slice(0, 2))).toMatchObject({ faults: [{ path: 'label' }] });
  const wrong = { ...said, attributes: { mood: 'x' } };
  expect(firstHolding(wrong, books)).toMatchObject({ faults: [{ path: 'attributes.mood' }] });
});
