import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumVectors, vectorsOf } from '@/lib/agreement/panel/document-vectors';
import { meanPairF1, pooledUAlpha, uAlphaOfLabel } from '@/lib/agreement/panel/sum-figures';
import {
  labelStatistics,
  pooledUAlpha as sweptPooled,
} from '@/lib/agreement/unitizing/label-statistics';
import { selectedFrom, someStatistics } from '@/tests/builders/some-statistics';

type Case = {
  input: {
    length: number;
    annotators: string[];
    units: { annotator: string; begin: number; end: number; category: string }[];
  };
  checks: { measure: string; params: { onlyCategory?: string }; expected: number }[];
};

const known = JSON.parse(
  readFileSync('tests/agreement-cases/unitizing-overlapping-3x4.json', 'utf8'),
) as Case;
const written = Object.fromEntries(
  known.input.annotators.map((name) => [
    name,
    known.input.units
      .filter(({ annotator }) => annotator === name)
      .map(({ begin, end, category }) => `${category} ${begin}-${end}`),
  ]),
);
const vectors = vectorsOf([
  {
    statistics: someStatistics(written, { length: known.input.length }),
    chosen: known.input.annotators.map((_, at) => at),
  },
]);
const sums = sumVectors(vectors);

describe('figures from sums', () => {
  it.each(
    known.checks.filter(({ measure, params }) => measure === 'u_alpha' && params.onlyCategory),
  )(
    'give uα of $params.onlyCategory as an independent implementation does',
    ({ params, expected }) => {
      expect(
        uAlphaOfLabel(sums, vectors.labels.indexOf(params.onlyCategory ?? '')).value,
      ).toBeCloseTo(expected, 9);
    },
  );

  it('give pooled per-label uα as an independent implementation does', () => {
    const expected = known.checks.find(({ measure }) => measure === 'u_alpha_pooled')?.expected;
    const labels = vectors.labels.map((_, at) => at).slice(1);
    expect(pooledUAlpha(sums, labels).value).toBeCloseTo(expected ?? Number.NaN, 9);
  });

  const of = (...articles: Parameters<typeof selectedFrom>) =>
    sumVectors(vectorsOf(selectedFrom(...articles)));

  it('give F1 of pairs over all their articles, then the mean of the pairs', () => {
    const three = of({ ada: ['x 0-10', 'x 20-30'], ben: ['x 0-10'], cleo: ['x 0-5'] });
    expect(meanPairF1(three, 'exact').value).toBeCloseTo((2 / 3 + 0 + 0) / 3, 12);
    // Ada and Ben: P 1/2, R 1; Ada and Cleo: P 1/4, R 1; Ben and Cleo: P 1/2, R 1.
    expect(meanPairF1(three, 'partial').value).toBeCloseTo((2 / 3 + 2 / 5 + 2 / 3) / 3, 12);
  });

  it('are 1 for annotators who agree, and undefined where nobody annotated anything or all of it', () => {
    const agreed = of({ ada: ['x 0-10', 'y 50-60'], ben: ['x 0-10', 'y 50-60'] });
    expect(pooledUAlpha(agreed, [1, 2]).value).toBe(1);
    expect(meanPairF1(agreed, 'exact').value).toBe(1);
    const silent = of({ ada: [], ben: [] });
    expect(pooledUAlpha(silent, [1])).toEqual({ value: null, reason: 'nobody annotated anything' });
    expect(meanPairF1(silent, 'partial').value).toBeNull();
    expect(uAlphaOfLabel(silent, 0).reason).toMatch(/nobody annotated/);
    const whole = of({ ada: ['x 0-100'], ben: ['x 0-100'] });
    expect(uAlphaOfLabel(whole, 1).reason).toMatch(/everything is annotated/);
  });

  it('count an annotator without annotations, and not one who was not assigned', () => {
    const two = of({ ada: ['x 0-10'], ben: ['x 0-10'] });
    const three = of({ ada: ['x 0-10'], ben: ['x 0-10'], cleo: [] });
    expect(uAlphaOfLabel(two, 1).value).toBe(1);
    expect(uAlphaOfLabel(three, 1).value).toBeLessThan(0.5);
  });

  it('are those of a sweep over the text, whoever is chosen', () => {
    const aMark = fc.tuple(fc.constantFrom('x', 'y'), fc.nat(80), fc.integer({ min: 1, max: 20 }));
    const someMarks = fc.array(aMark, { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(someMarks, { minLength: 3, maxLength: 4 }), (people) => {
        const readings = people.map((marks) =>
          marks.map(([label, start, size]) => `${label} ${start}-${start + size}`),
        );
        const statistics = someStatistics(
          Object.fromEntries(readings.map((marks, at) => [`p${at}`, marks])),
        );
        const chosen = [0, 2];
        const some = vectorsOf([{ statistics, chosen }]);
        const units = chosen.flatMap((person, annotator) =>
          (people[person] ?? []).map(([label, begin, size]) => ({
            annotator,
            begin,
            end: begin + size,
            label: label === 'x' ? 0 : 1,
          })),
        );
        const swept = labelStatistics({ length: 100, annotators: 2, units }, 2);
        const labels = some.labels.map((_, at) => at).slice(1);
        const [ours, theirs] = [
          pooledUAlpha(sumVectors(some), labels).value,
          sweptPooled(swept).value,
        ];
        if (ours === null || theirs === null) expect(ours).toBe(theirs);
        else expect(ours).toBeCloseTo(theirs, 9);
      }),
    );
  });
});
