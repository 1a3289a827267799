import { shuffledContinuum, statisticalSampler } from '@/lib/agreement/gamma/random-continuum';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import { seededRandom } from '@/lib/agreement/seeded-random';
import { someAnnotatedDocuments } from '@/tests/builders/some-annotated-documents';

test('each has somebody’s units, whole, begun within the text, with their labels', () => {
  fc.assert(
    fc.property(someAnnotatedDocuments([2, 4], 3), fc.nat(), (document, seed) => {
      const drawn = shuffledContinuum(document, seededRandom(seed));
      const shape = (annotator: number, { units }: AnnotatedDocument = document) =>
        units
          .filter((unit) => unit.annotator === annotator)
          .map(({ begin, end, label }) => `${Math.round((end - begin) * 1e6)} ${label}`)
          .join();
      const real = Array.from({ length: document.annotators }, (_, annotator) => shape(annotator));
      for (let annotator = 0; annotator < document.annotators; annotator++)
        expect(real).toContain(shape(annotator, drawn));
      for (const { begin } of drawn.units) {
        expect(begin).toBeGreaterThanOrEqual(0);
        expect(begin).toBeLessThan(document.length);
      }
    }),
  );
});

test('pivots are half a unit apart, round the end of the text too, while there is room', () => {
  // Whoever is drawn, all begin at 0, so that where they begin is their pivot.
  const units = [0, 1].map((annotator) => ({ annotator, begin: 0, end: 40, label: 0 }));
  for (let seed = 0; seed < 200; seed++) {
    const [one, other] = shuffledContinuum(
      { length: 100, annotators: 2, units },
      seededRandom(seed),
    ).units;
    const apart = Math.abs((one?.begin ?? 0) - (other?.begin ?? 0));
    expect(Math.min(apart, 100 - apart)).toBeGreaterThanOrEqual(20 - 1e-9);
  }
  const cramped = { length: 30, annotators: 2, units };
  expect(shuffledContinuum(cramped, seededRandom(1)).units).toHaveLength(2);
});

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
