import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareReadings, pairReadings } from '@/lib/agreement/comparison/compare-readings';
import { partingPairs, standKey } from '@/lib/agreement/comparison/stand-key';
import { partingOf } from '@/lib/agreement/comparison/parting';
import { aReading } from '@/tests/builders/a-reading';

test('pairs part where their stands differ', () => {
  const readings = [
    aReading('a', 'x 0-10', 'x 20-30'),
    aReading('b', 'x 0-10', 'y 20-30'),
    aReading('c', 'x 0-10'),
    aReading('d', 'x 0-10'),
  ];
  expect(compareReadings(readings).map(partingPairs)).toEqual([0, 5]);
  expect(partingPairs({ id: 'a1', start: 0, end: 1, kinds: [], stands: [] })).toBe(0);
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
        const readings = layers.map((words, at) =>
          aReading(
            'abcd'.charAt(at),
            ...words.map(({ label, start, size }) => `${label} ${start}-${start + size}`),
          ),
        );
        const met = pairReadings(readings);
        for (const unit of compareReadings(readings, met)) {
          const parted = met.filter((pair) => partingOf(unit.stands, [pair]).length > 0);
          expect(partingPairs(unit)).toBe(parted.length);
          for (const { first, second } of met) {
            const [one, other] = [unit.stands[first], unit.stands[second]];
            if (one === undefined || other === undefined) throw new Error('A stand is missing.');
            expect(standKey(one) !== standKey(other)).toBe(
              parted.some((pair) => pair.first === first && pair.second === second),
            );
          }
        }
      },
    ),
  );
});
