import type { LayerAnnotations } from '@/lib/comparison/compared-unit';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareLayers } from '@/lib/comparison/compare-layers';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const summarize = (layers: LayerAnnotations[]) =>
  compareLayers(layers).map(({ start, end, kinds, versions }) => ({
    at: [start, end],
    kinds,
    annotations: versions.map(({ annotations }) => annotations.map(({ id }) => id).join(' ')),
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
      aComparedLayer(
        'abcd'.charAt(at),
        ...words.map(({ label, start, size }) => `${label} ${start}-${start + size}`),
      ),
    ),
  );

describe('compared layers', () => {
  it('disagree in every kind', () => {
    const three = [
      aComparedLayer('a', 'x 0-10', 'x 20-30', 'x 40-50', 'x 60-90', 'x 100-120', 'x 130-140'),
      aComparedLayer('b', 'x 0-10', 'x 20-28', 'y 40-50', 'x 60-90', 'x 100-109', 'x 110-120'),
      aComparedLayer('c', 'x 0-10', 'x 20-30', 'x 40-50', 'y 70-75', 'x 100-120'),
    ];
    expect(summarize(three)).toEqual([
      { at: [0, 10], kinds: [], annotations: ['a1', 'b1', 'c1'] },
      { at: [20, 30], kinds: ['boundary'], annotations: ['a2', 'b2', 'c2'] },
      { at: [40, 50], kinds: ['label'], annotations: ['a3', 'b3', 'c3'] },
      { at: [60, 90], kinds: ['nesting'], annotations: ['a4', 'b4', 'c4'] },
      { at: [100, 120], kinds: ['fragmentation'], annotations: ['a5', 'b5 b6', 'c5'] },
      { at: [130, 140], kinds: ['missing'], annotations: ['a6', '', ''] },
    ]);
  });

  it('are one unit where annotations are linked indirectly', () => {
    const chain = [
      aComparedLayer('a', 'x 0-10'),
      aComparedLayer('b', 'x 8-20'),
      aComparedLayer('c', 'x 18-30'),
    ];
    expect(summarize(chain)).toEqual([
      { at: [0, 30], kinds: ['boundary'], annotations: ['a1', 'b1', 'c1'] },
    ]);
  });

  it('have no units where all are empty, and no disagreement where there is one', () => {
    expect(summarize([aComparedLayer('a'), aComparedLayer('b')])).toEqual([]);
    expect(summarize([aComparedLayer('a', 'x 0-5')])[0]?.kinds).toEqual([]);
  });

  it('have every annotation in exactly one unit', () => {
    fc.assert(
      fc.property(readingsOf, (layers) => {
        const ids = compareLayers(layers).flatMap(({ versions }) =>
          versions.flatMap(({ annotations }) => annotations.map(({ id }) => id)),
        );
        expect(ids.sort()).toEqual(
          layers.flatMap(({ annotations }) => annotations.map(({ id }) => id)).sort(),
        );
      }),
    );
  });

  it('give the same result in whatever order they and their annotations come', () => {
    fc.assert(
      fc.property(readingsOf, (layers) => {
        const back = layers
          .toReversed()
          .map(({ layerId, annotations }) => ({ layerId, annotations: annotations.toReversed() }));
        const plain = (units: ReturnType<typeof compareLayers>) =>
          units.map(({ id, start, end, kinds, versions }) => [
            id,
            start,
            end,
            kinds,
            versions.toSorted((one, other) => (one.layerId < other.layerId ? -1 : 1)),
          ]);
        expect(plain(compareLayers(back))).toEqual(plain(compareLayers(layers)));
      }),
    );
  });

  it('that are equal disagree nowhere', () => {
    fc.assert(
      fc.property(readingsOf, ([first]) => {
        if (first === undefined) return;
        const twin = {
          layerId: 'z',
          annotations: first.annotations.map((annotation) => ({
            ...annotation,
            id: `z${annotation.id}`,
          })),
        };
        expect(compareLayers([first, twin]).every(({ kinds }) => kinds.length === 0)).toBe(true);
      }),
    );
  });
});
