import { blocksOf } from '@/lib/article/segment';
import { describe, expect, test } from '@jest/globals';
import { Blocks, SpanIndex } from '@/components/live/span-index';
import type { Annotation } from '@/lib/annotation/annotation';

// Blocks: 0–3, 4–4 (blank), 5–8, 9–12.
const blocks = new Blocks(blocksOf('one\n\ntwo\nend'));

const anAnnotation = (id: string, version: number, ...segments: [number, number][]) =>
  ({
    id,
    version,
    segments: segments.map(([start, end]) => ({ start, end })),
  }) as unknown as Annotation;

const idsIn = (index: SpanIndex, block: number) => [...index.in(block)].map(({ id }) => id).sort();

test.each([
  [0, 0, 1],
  [3, 0, 1],
  [4, 1, 1],
  [5, 2, 2],
  [8, 2, 2],
  [9, 3, 3],
  [99, 3, 3],
])('position %i lies in block %i, paragraph %i', (position, block, paragraph) => {
  expect(blocks.at(position)).toBe(block);
  expect(blocks.paragraph(block)).toBe(paragraph);
});

describe('a span index', () => {
  const none = new Set<string>();

  test('finds annotations in every block that they touch', () => {
    const index = new SpanIndex(blocks);
    const long = anAnnotation('long', 1, [1, 7]);
    index.receive([long, anAnnotation('split', 1, [0, 2], [9, 11])], none);
    expect([0, 1, 2, 3].map((block) => idsIn(index, block))).toEqual([
      ['long', 'split'],
      ['long'],
      ['long'],
      ['split'],
    ]);
    expect(index.size).toBe(2);
  });

  test('an older version never replaces a newer one, in whatever order they come', () => {
    const index = new SpanIndex(blocks);
    index.applyChanges({ put: [anAnnotation('a', 3, [9, 11])], removed: [] });
    index.applyChanges({ put: [anAnnotation('a', 2, [0, 2])], removed: [] });
    expect([idsIn(index, 0), idsIn(index, 3)]).toEqual([[], ['a']]);
    index.applyChanges({ put: [], removed: [{ id: 'a', version: 4 }] });
    index.receive([anAnnotation('a', 3, [9, 11])], none);
    expect([idsIn(index, 3), index.size]).toEqual([[], 0]);
    index.applyChanges({ put: [anAnnotation('a', 5, [0, 2])], removed: [] });
    expect([idsIn(index, 0), index.size]).toEqual([['a'], 1]);
  });

  test('annotations missing in a fetched layer are removed, except those of messages since', () => {
    const index = new SpanIndex(blocks);
    index.receive([anAnnotation('a', 1, [0, 2])], none);
    const received = new Set(
      index.applyChanges({ put: [anAnnotation('b', 1, [0, 2])], removed: [] }),
    );
    index.receive([], received);
    expect(idsIn(index, 0)).toEqual(['b']);
    expect(index.all().map(({ id }) => id)).toEqual(['b']);
    // A late message.
    index.receive([anAnnotation('a', 1, [0, 2])], received);
    expect(idsIn(index, 0)).toEqual(['a', 'b']);
  });
});
