import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Edit } from '@/lib/article/offset-map';
import {
  compose,
  inverse,
  mapOfEdits,
  offsetMap,
  positionMover,
  applyEdits,
  editsOf,
} from '@/lib/article/offset-map';

describe('edit', () => {
  test('finds and carries out replacements', () => {
    const edits = editsOf('a1b22c', /\d+/g, ([digits]) => (digits === '1' ? '' : '<>'));
    expect(edits).toEqual([
      { start: 1, end: 2, text: '' },
      { start: 3, end: 5, text: '<>' },
    ]);
    expect(applyEdits('a1b22c', edits)).toBe('ab<>c');
  });

  test('leaves what is refused or the same', () => {
    expect(editsOf('a1b2', /\d/g, ([digit]) => (digit === '1' ? null : digit))).toEqual([]);
  });

  test('no edits leave the text', () => {
    expect(applyEdits('as it was', [])).toBe('as it was');
  });
});

describe('offset map', () => {
  /** Edits of a text of this length: ascending, apart or touching. */
  function someEdits(length: number) {
    const points = fc.array(fc.integer({ min: 0, max: length }), { maxLength: 8 });
    return fc
      .tuple(points, fc.array(fc.constantFrom('', 'X', 'YZ'), { minLength: 4, maxLength: 4 }))
      .map(([positions, words]): Edit[] => {
        const sorted = positions.sort((one, other) => one - other);
        return words.flatMap((text, at) => {
          const [start, end] = [sorted[2 * at], sorted[2 * at + 1]];
          return start === undefined || end === undefined ? [] : [{ start, end, text }];
        });
      });
  }

  const raw = 'abcdefghijklmnop';
  const places = Array.from(raw, (_, at) => at);

  test.each([
    [0, 0, 0],
    [2, 2, 2],
    [3, 2, 3],
    [4, 3, 3],
    [6, 5, 5],
    [7, 7, 7],
  ])('position %i goes to %i, or %i by its end', (position, start, end) => {
    const move = positionMover(
      mapOfEdits(
        [
          { start: 2, end: 4, text: 'X' },
          { start: 7, end: 7, text: '' },
          { start: 6, end: 7, text: 'YZ' },
        ].sort((one, other) => one.start - other.start),
      ),
    );
    expect([move(position, 'start'), move(position, 'end')]).toEqual([start, end]);
  });

  test('what is only put in has two sides', () => {
    const move = positionMover(mapOfEdits([{ start: 3, end: 3, text: 'XY' }]));
    expect([move(3, 'start'), move(3, 'end'), move(4, 'start')]).toEqual([3, 5, 6]);
  });

  test('unchanged text is found at its new position, and back', () => {
    fc.assert(
      fc.property(someEdits(raw.length), (edits) => {
        const map = mapOfEdits(edits);
        const text = applyEdits(raw, edits);
        const [there, back] = [positionMover(map), positionMover(inverse(map))];
        const stays = places.filter(
          (at) => !edits.some(({ start, end }) => start <= at && at < end),
        );
        expect(stays.map((at) => text[there(at, 'end')])).toEqual(stays.map((at) => raw[at]));
        expect(stays.map((at) => back(there(at, 'end'), 'end'))).toEqual(stays);
        expect(there(raw.length, 'end')).toBe(text.length);
        expect(back(text.length, 'end')).toBe(raw.length);
      }),
    );
  });

  test('positions keep their order, and the start of nothing lies after its end', () => {
    fc.assert(
      fc.property(someEdits(raw.length), (edits) => {
        const move = positionMover(mapOfEdits(edits));
        const back: string[] = [];
        for (const bias of ['start', 'end'] as const)
          for (const at of places)
            if (!(move(at, bias) <= move(at + 1, bias))) back.push(`${bias} ${at}`);
        for (let at = 0; at <= raw.length; at++)
          if (!(move(at, 'start') <= move(at, 'end'))) back.push(`${at}`);
        expect(back).toEqual([]);
      }),
    );
  });

  test('one editing after another is one map', () => {
    const both = someEdits(raw.length).chain((first) => {
      const middle = applyEdits(raw, first);
      return someEdits(middle.length).map((second) => ({ first, middle, second }));
    });
    fc.assert(
      fc.property(both, ({ first, middle, second }) => {
        const text = applyEdits(middle, second);
        const [one, other] = [mapOfEdits(first), mapOfEdits(second)];
        const map = compose(one, other);
        expect(offsetMap.safeParse(map).success).toBe(true);
        const [direct, once, then] = [positionMover(map), positionMover(one), positionMover(other)];
        const stays = (edits: Edit[], at: number) =>
          !edits.some(({ start, end }) => start <= at && at < end);
        const stable = places.filter((at) => stays(first, at) && stays(second, once(at, 'end')));
        const directly = stable.map((at) => direct(at, 'end'));
        expect(directly).toEqual(stable.map((at) => then(once(at, 'end'), 'end')));
        expect(directly.map((at) => text[at])).toEqual(stable.map((at) => raw[at]));
        expect(direct(raw.length, 'end')).toBe(text.length);
        expect(compose(one, [])).toEqual(one);
        expect(compose([], other)).toEqual(other);
      }),
      { numRuns: 2000 },
    );
  });

  test('takes time in proportion', () => {
    const many = Array.from({ length: 300_000 }, (_, at) => ({
      start: 3 * at,
      end: 3 * at + 1,
      text: '',
    }));
    const map = mapOfEdits(many);
    expect(compose(map, mapOfEdits(many.slice(0, 150_000))).length).toBeGreaterThan(300_000);
  });

  test.each([[[1, 2]], [[-1, 0, 0]], [[0.5, 0, 1]]])('%j is no map', (runs) => {
    expect(offsetMap.safeParse(runs).success).toBe(false);
  });
});
