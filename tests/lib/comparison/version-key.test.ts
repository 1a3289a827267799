import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareLayers, pairLayers } from '@/lib/comparison/compare-layers';
import { countDisagreeingPairs, versionKey } from '@/lib/comparison/version-key';
import { disagreementKindsOf } from '@/lib/comparison/disagreement';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

test('pairs part where their stands differ', () => {
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

test('just where the taxonomy names how two part', () => {
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
        const met = pairLayers(annotatedLayers);
        for (const unit of compareLayers(annotatedLayers, met)) {
          const differing = met.filter(
            (pair) => disagreementKindsOf(unit.versions, [pair]).length > 0,
          );
          expect(countDisagreeingPairs(unit)).toBe(differing.length);
          for (const { first, second } of met) {
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
