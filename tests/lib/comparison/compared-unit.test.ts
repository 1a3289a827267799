import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';
import {
  hullOf,
  inTextOrder,
  overlapOf,
  sizeOf,
  countKinds,
  countDisagreeingPairs,
  versionKey,
} from '@/lib/comparison/compared-unit';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';
import { compareLayers, pairLayers } from '@/lib/comparison/compare-layers';
import { disagreementKindsOf } from '@/lib/comparison/disagreement';

const annotation = (written: string): ComparedAnnotation =>
  aComparedLayer('a', written).annotations[0] as ComparedAnnotation;

test.each([
  ['x 0-5', 'x 5-9', 0],
  ['x 0-5', 'x 3-9', 2],
  ['x 0-9', 'x 3-5', 2],
  ['x 0-2+4-6', 'x 1-5', 2],
  ['x 0-2+4-6+8-10', 'x 2-4+5-9', 2],
  ['x 0-10', 'x 1-2+3-4+9-12', 3],
])('%s and %s share %d', (one, other, shared) => {
  expect(overlapOf(annotation(one), annotation(other))).toBe(shared);
  expect(overlapOf(annotation(other), annotation(one))).toBe(shared);
});

test('an annotation of several segments covers their text, and its hull includes the gaps', () => {
  expect(sizeOf(annotation('x 0-2+4-6'))).toBe(4);
  expect(hullOf(annotation('x 0-2+4-6'))).toEqual({ start: 0, end: 6 });
});

test('annotations sort by position, then label, then id', () => {
  const { annotations } = aComparedLayer('a', 'y 1-4', 'x 1-4', 'x 1-3', 'z 0-9', 'x 1-4');
  expect(annotations.toSorted(inTextOrder).map(({ id }) => id)).toEqual([
    'a4',
    'a3',
    'a2',
    'a5',
    'a1',
  ]);
});

const units = compareLayers([
  aComparedLayer('a', 'x 0-5', 'y 10-15', 'x 20-25', 'x 30-60'),
  aComparedLayer('b', 'x 0-5', 'x 10-15', 'x 30-44', 'x 45-60'),
  aComparedLayer('c', 'x 0-5', 'z 10-15'),
]);

test('units are counted by kind of disagreement', () => {
  expect(countKinds(units)).toEqual({
    same: 1,
    missing: 2,
    boundary: 0,
    label: 1,
    nesting: 0,
    fragmentation: 1,
  });
});

test('pairs disagree where their versions differ', () => {
  const layers = [
    aComparedLayer('a', 'x 0-10', 'x 20-30'),
    aComparedLayer('b', 'x 0-10', 'y 20-30'),
    aComparedLayer('c', 'x 0-10'),
    aComparedLayer('d', 'x 0-10'),
  ];
  expect(compareLayers(layers).map(countDisagreeingPairs)).toEqual([0, 5]);
  expect(countDisagreeingPairs({ id: 'a1', start: 0, end: 1, kinds: [], versions: [] })).toBe(0);
});

const aWord = fc.record({
  label: fc.constantFrom('x', 'y'),
  start: fc.nat(40),
  size: fc.integer({ min: 1, max: 15 }),
});

test('exactly where there is a kind of disagreement', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(aWord, { maxLength: 6 }), { minLength: 2, maxLength: 4 }),
      (layers) => {
        const annotatedLayers = layers.map((words, at) =>
          aComparedLayer(
            'abcd'.charAt(at),
            ...words.map(({ label, start, size }) => `${label} ${start}-${start + size}`),
          ),
        );
        const pairings = pairLayers(annotatedLayers);
        for (const unit of compareLayers(annotatedLayers, pairings)) {
          const differing = pairings.filter(
            (pair) => disagreementKindsOf(unit.versions, [pair]).length > 0,
          );
          expect(countDisagreeingPairs(unit)).toBe(differing.length);
          for (const { first, second } of pairings) {
            const [one, other] = [unit.versions[first], unit.versions[second]];
            if (one === undefined || other === undefined) throw new Error('A stand is missing.');
            expect(versionKey(one) !== versionKey(other)).toBe(
              differing.some((pair) => pair.first === first && pair.second === second),
            );
          }
        }
      },
    ),
  );
});
