import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLanes } from '@/lib/annotation/lanes';
import type { Segment } from '@/lib/article/segment';

const segment = ([start, end]: [number, number]): Segment => ({ start, end });

/** The lane of each span, placed in this order. */
function lanesOf(...spans: [number, number][][]): number[] {
  const lanes = createLanes();
  return spans.map((pairs, at) => lanes.place(`${at}`, pairs.map(segment)));
}

describe('lanes', () => {
  test.each<[string, [number, number][][], number[]]>([
    ['one span has the first lane', [[[0, 5]]], [0]],
    ['spans apart share it', [[[0, 5]], [[6, 9]]], [0, 0]],
    ['touching spans share it', [[[0, 5]], [[5, 9]]], [0, 0]],
    ['an overlap takes the next', [[[0, 5]], [[4, 9]]], [0, 1]],
    ['the same span twice', [[[0, 5]], [[0, 5]]], [0, 1]],
    ['nesting', [[[0, 20]], [[3, 9]], [[4, 6]]], [0, 1, 2]],
    ['a lane is used again when it is free', [[[0, 20]], [[3, 9]], [[10, 15]]], [0, 1, 1]],
    ['what came before is never moved', [[[10, 15]], [[0, 12]], [[0, 3]]], [0, 1, 0]],
    [
      'between the halves of a split quote is room',
      [
        [
          [0, 5],
          [20, 25],
        ],
        [[8, 12]],
      ],
      [0, 0],
    ],
    [
      'all segments have one lane',
      [
        [[0, 5]],
        [
          [3, 8],
          [20, 25],
        ],
        [[21, 22]],
      ],
      [0, 1, 0],
    ],
  ])('%s', (_, spans, expected) => {
    expect(lanesOf(...spans)).toEqual(expected);
  });

  test('placed again it is laid anew, and the old place is free', () => {
    const lanes = createLanes();
    lanes.place('a', [{ start: 0, end: 10 }]);
    expect(lanes.place('b', [{ start: 5, end: 15 }])).toBe(1);
    expect(lanes.place('a', [{ start: 20, end: 30 }])).toBe(0);
    expect(lanes.place('b', [{ start: 5, end: 15 }])).toBe(0);
    expect(lanes.depth()).toBe(1);
  });
});

test('remove frees the lane; an unknown one removes nothing', () => {
  const lanes = createLanes();
  lanes.place('a', [{ start: 0, end: 10 }]);
  lanes.place('b', [{ start: 5, end: 15 }]);
  lanes.remove('nobody');
  expect(lanes.depth()).toBe(2);
  lanes.remove('a');
  expect(lanes.place('c', [{ start: 0, end: 5 }])).toBe(0);
  lanes.remove('b');
  expect(lanes.depth()).toBe(1);
  lanes.remove('c');
  expect(lanes.depth()).toBe(0);
});

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({
    start,
    end: start + length,
  })),
  { maxLength: 40 },
);

const overlap = (one: Segment, other: Segment) => one.start < other.end && other.start < one.end;

test('in no lane does anything overlap, after removals either', () => {
  fc.assert(
    fc.property(spans, fc.array(fc.nat(39)), (placed, removed) => {
      const lanes = createLanes();
      const laid = placed.map((one, at) => ({ one, at, lane: lanes.place(`${at}`, [one]) }));
      for (const at of removed) lanes.remove(`${at}`);
      const again = removed.flatMap((at) => {
        const one = placed[at];
        return one && at % 2 === 0 ? [{ one, at, lane: lanes.place(`${at}`, [one]) }] : [];
      });
      const last = new Map(again.map((span) => [span.at, span]));
      const remaining = [...laid.filter(({ at }) => !removed.includes(at)), ...last.values()];
      for (const a of remaining)
        for (const b of remaining)
          expect(a.at < b.at && a.lane === b.lane && overlap(a.one, b.one)).toBe(false);
    }),
  );
});

test('in order of their starts, spans take no more lanes than lie over one place', () => {
  fc.assert(
    fc.property(spans, (placed) => {
      const lanes = createLanes();
      for (const [at, one] of placed.toSorted((a, b) => a.start - b.start).entries())
        lanes.place(`${at}`, [one]);
      const over = (position: number) =>
        placed.filter(({ start, end }) => start <= position && position < end).length;
      expect(lanes.depth()).toBe(Math.max(0, ...placed.map(({ start }) => over(start))));
    }),
  );
});
