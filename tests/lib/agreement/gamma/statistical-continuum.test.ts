import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { statisticalSampler } from '@/lib/agreement/gamma/statistical-continuum';
import { seededRandom } from '@/lib/agreement/seeded-random';
import { someAnnotatedDocuments } from '@/tests/builders/some-annotated-documents';

test('somebody always has a unit, and none is empty or of a label that nobody used', () => {
  const some = someAnnotatedDocuments([2, 4], 3).filter(({ units }) =>
    units.some(({ begin, end }) => begin < end),
  );
  fc.assert(
    fc.property(some, fc.nat(), (document, seed) => {
      const draw = statisticalSampler(document, seededRandom(seed));
      const labels = new Set(document.units.map(({ label }) => label));
      for (let at = 0; at < 5; at++) {
        const { units, annotators } = draw();
        expect(annotators).toBe(document.annotators);
        expect(units.some(({ annotator }) => annotator === 0)).toBe(true);
        for (const { begin, end, label } of units) {
          expect(end).toBeGreaterThan(begin);
          expect(labels.has(label)).toBe(true);
        }
      }
    }),
  );
});

test('numbers, lengths and labels are as the document has them, on average', () => {
  const units = [0, 1].flatMap((annotator) =>
    Array.from({ length: 20 }, (_, at) => ({
      annotator,
      begin: 50 * at,
      end: 50 * at + 10 + (at % 3),
      label: at % 4 === 0 ? 1 : 0,
    })),
  );
  const draw = statisticalSampler({ length: 1000, annotators: 2, units }, seededRandom(5));
  const drawn = Array.from({ length: 300 }, () => draw().units);
  const all = drawn.flat();
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(drawn.map(({ length }) => length))).toBe(40);
  expect(mean(all.map(({ begin, end }) => end - begin))).toBeCloseTo(10.95, 1);
  expect(mean(all.map(({ label }) => label))).toBeCloseTo(0.25, 1);
});
