import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareReadings } from '@/lib/agreement/comparison/compare-readings';
import type { Reading } from '@/lib/agreement/comparison/mark';
import { aReading } from '@/tests/builders/a-reading';

const told = (readings: Reading[]) =>
  compareReadings(readings).map(({ start, end, kinds, stands }) => ({
    at: [start, end],
    kinds,
    marks: stands.map(({ marks }) => marks.map(({ id }) => id).join(' ')),
  }));

const aWord = fc.record({
  label: fc.constantFrom('x', 'y'),
  start: fc.nat(40),
  size: fc.integer({ min: 1, max: 15 }),
});
const readingsOf = fc
  .array(fc.array(aWord, { maxLength: 6 }), { minLength: 2, maxLength: 4 })
  .map((layers) =>
    layers.map((words, at) =>
      aReading(
        'abcd'.charAt(at),
        ...words.map(({ label, start, size }) => `${label} ${start}-${start + size}`),
      ),
    ),
  );

describe('readings side by side', () => {
  it('part in every way there is', () => {
    const three = [
      aReading('a', 'x 0-10', 'x 20-30', 'x 40-50', 'x 60-90', 'x 100-120', 'x 130-140'),
      aReading('b', 'x 0-10', 'x 20-28', 'y 40-50', 'x 60-90', 'x 100-109', 'x 110-120'),
      aReading('c', 'x 0-10', 'x 20-30', 'x 40-50', 'y 70-75', 'x 100-120'),
    ];
    expect(told(three)).toEqual([
      { at: [0, 10], kinds: [], marks: ['a1', 'b1', 'c1'] },
      { at: [20, 30], kinds: ['boundary'], marks: ['a2', 'b2', 'c2'] },
      { at: [40, 50], kinds: ['label'], marks: ['a3', 'b3', 'c3'] },
      { at: [60, 90], kinds: ['nesting'], marks: ['a4', 'b4', 'c4'] },
      { at: [100, 120], kinds: ['fragmentation'], marks: ['a5', 'b5 b6', 'c5'] },
      { at: [130, 140], kinds: ['missing'], marks: ['a6', '', ''] },
    ]);
  });

  it('are one unit where marks are paired around', () => {
    const chain = [aReading('a', 'x 0-10'), aReading('b', 'x 8-20'), aReading('c', 'x 18-30')];
    expect(told(chain)).toEqual([{ at: [0, 30], kinds: ['boundary'], marks: ['a1', 'b1', 'c1'] }]);
  });

  it('say nothing where nobody does, and part in nothing where there is one', () => {
    expect(told([aReading('a'), aReading('b')])).toEqual([]);
    expect(told([aReading('a', 'x 0-5')])[0]?.kinds).toEqual([]);
  });

  it('have every mark in exactly one unit', () => {
    fc.assert(
      fc.property(readingsOf, (readings) => {
        const ids = compareReadings(readings).flatMap(({ stands }) =>
          stands.flatMap(({ marks }) => marks.map(({ id }) => id)),
        );
        expect(ids.sort()).toEqual(
          readings.flatMap(({ marks }) => marks.map(({ id }) => id)).sort(),
        );
      }),
    );
  });

  it('are the same in whichever order they and their marks come', () => {
    fc.assert(
      fc.property(readingsOf, (readings) => {
        const back = readings
          .toReversed()
          .map(({ layerId, marks }) => ({ layerId, marks: marks.toReversed() }));
        const plain = (units: ReturnType<typeof compareReadings>) =>
          units.map(({ id, start, end, kinds, stands }) => [
            id,
            start,
            end,
            kinds,
            stands.toSorted((one, other) => (one.layerId < other.layerId ? -1 : 1)),
          ]);
        expect(plain(compareReadings(back))).toEqual(plain(compareReadings(readings)));
      }),
    );
  });

  it('of one and the same person part nowhere', () => {
    fc.assert(
      fc.property(readingsOf, ([first]) => {
        if (first === undefined) return;
        const twin = {
          layerId: 'z',
          marks: first.marks.map((mark) => ({ ...mark, id: `z${mark.id}` })),
        };
        expect(compareReadings([first, twin]).every(({ kinds }) => kinds.length === 0)).toBe(true);
      }),
    );
  });
});
