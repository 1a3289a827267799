import { describe, expect, test } from '@jest/globals';
import type { SentChange, Stored } from '@/lib/annotation/sent-change';
import {
  annotationOf,
  nextContentOf,
  firstHolding,
  isSameContent,
} from '@/lib/annotation/sent-change';
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

const nextContent = (chosen: object, before?: Partial<Stored>, path = '') => {
  const put = aPut({ ...place, ...chosen });
  const change: SentChange & { put: typeof put } = {
    annotationId: 'a',
    path,
    version: null,
    idempotencyKey: null,
    put,
  };
  return nextContentOf(change, text, index, before && stored(before), codebooks);
};

const outcome = (result: ReturnType<typeof nextContent>) =>
  'faults' in result ? result.faults.map(({ path }) => path) : result.nextContent.codebookVersion;

describe('nextContentOf', () => {
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
      expect(outcome(nextContent(chosen, before))).toEqual(expected);
    },
  );

  test('returns quote and anchor; a quote that was sent must be the text there', () => {
    expect(nextContent({ label: 'new', quote: ' regime ' })).toMatchObject({
      nextContent: { quote: 'regime', prefix: 'The 😀 ', suffix: ' said so.' },
    });
    expect(outcome(nextContent({ label: 'new', quote: 'Regime' }))).toEqual(['quote']);
    const loose = [
      { start: 0, end: 4 },
      { start: 6, end: 13 },
    ];
    for (const quote of ['The  …  regime', 'The … regime'])
      expect(outcome(nextContent({ label: 'new', segments: loose, quote }))).toBe(2);
  });

  test('faults have paths below the change’s own', () => {
    const bad = { label: 'old', segments: [{ start: 5, end: 99 }] };
    expect(outcome(nextContent(bad, undefined, 'put.3'))).toEqual([
      'put.3.segments.0.start',
      'put.3.segments.0.end',
      'put.3.label',
    ]);
  });
});

test('annotationOf adds quote and anchor, and leaves out whether it is removed', () => {
  const annotation = annotationOf(text, stored({}));
  expect(annotation).toMatchObject({ id: 'a', version: 4, quote: 'regime', prefix: 'The 😀 ' });
  expect(annotation).not.toHaveProperty('removed');
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
  const content = { label: loaded?.key ?? '', attributes: {} };
  expect(firstHolding(content, books)).toEqual({ version: 1 });
  expect(firstHolding(content, books.slice(0, 2))).toMatchObject({ faults: [{ path: 'label' }] });
  const wrong = { ...content, attributes: { mood: 'x' } };
  expect(firstHolding(wrong, books)).toMatchObject({ faults: [{ path: 'attributes.mood' }] });
});
