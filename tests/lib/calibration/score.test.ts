import { articleFigures } from '@/lib/agreement/panel/panel-of';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { passes, score, scoreOf, measured, measuredBy, valueOf } from '@/lib/calibration/score';
import { tallyOf, flattenTallies, sumTallies } from '@/lib/calibration/tally';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

describe('measured', () => {
  const length = 100;

  function all(mine: readonly string[], consensus: readonly string[]) {
    const [one, other] = [aComparedLayer('a', ...mine), aComparedLayer('c', ...consensus)];
    const sums = sumTallies(flattenTallies([tallyOf(one.annotations, other.annotations, length)]));
    return measuredBy(
      sums,
      sums.labels.map((_, at) => at),
    );
  }

  describe('measuredBy', () => {
    test('characters, stretches that meet, and stretches to the character', () => {
      // 10 of 20 marked characters are right, and 10 of the 15 of the consensus are found.
      expect(all(['x 0-10', 'x 20-30'], ['x 0-5', 'x 25-30', 'x 50-55'])).toMatchObject({
        precision: 0.5,
        recall: 2 / 3,
        f1Characters: (2 * 0.5 * (2 / 3)) / (0.5 + 2 / 3),
        f1Overlap: (2 * 1 * (2 / 3)) / (1 + 2 / 3),
        f1Exact: 0,
        mine: 2,
        consensus: 3,
      });
    });

    test('another label on the same words is wrong', () => {
      expect(all(['x 0-10'], ['y 0-10'])).toMatchObject({ f1Characters: 0, f1Overlap: 0 });
    });

    test('nothing on either side is full agreement by convention; α is not defined', () => {
      const nothing = all([], []);
      expect(nothing).toMatchObject({ f1Characters: 1, f1Overlap: 1, f1Exact: 1 });
      expect(nothing.alpha).toEqual({ value: null, reason: 'nobody annotated anything' });
      expect(all([], ['x 0-5'])).toMatchObject({ f1Characters: 0, precision: 0, recall: 0 });
      expect(valueOf(nothing, 'alpha')).toBeNull();
      expect(valueOf(nothing, 'f1Exact')).toBe(1);
    });

    const someAnnotations = fc.array(
      fc
        .tuple(fc.constantFrom('x', 'y', 'z'), fc.nat(80), fc.integer({ min: 1, max: 19 }))
        .map(([label, at, size]) => `${label} ${at}-${at + size}`),
      { maxLength: 8 },
    );

    test('α and exact F1 are those of the comparison of the two', () => {
      fc.assert(
        fc.property(someAnnotations, someAnnotations, (mine, consensus) => {
          const result = all(mine, consensus);
          const layers = [aComparedLayer('a', ...mine), aComparedLayer('c', ...consensus)];
          const { figures } = articleFigures(layers, length);
          const of = (name: string) =>
            figures.find(({ measure }) => measure === name)?.value ?? null;
          const alpha = of('u_alpha_pooled');
          if (alpha === null) expect(result.alpha.value).toBeNull();
          else expect(result.alpha.value).toBeCloseTo(alpha, 10);
          const exact = of('f1_exact');
          if (exact !== null) expect(result.f1Exact).toBeCloseTo(exact, 10);
        }),
      );
    });

    test('a layer equal to the consensus agrees fully; swapping sides swaps precision and recall', () => {
      fc.assert(
        fc.property(someAnnotations, someAnnotations, (mine, consensus) => {
          expect(all(mine, mine)).toMatchObject({ f1Characters: 1, f1Overlap: 1, f1Exact: 1 });
          const [there, back] = [all(mine, consensus), all(consensus, mine)];
          expect(there.f1Characters).toBeCloseTo(back.f1Characters, 10);
          expect([there.precision, there.mine]).toEqual([back.recall, back.consensus]);
          expect(measured.safeParse(there).success).toBe(true);
        }),
      );
    });
  });
});

describe('score', () => {
  const scored = scoreOf(
    aComparedLayer('a', 'x 0-10', 'y 20-30').annotations,
    aComparedLayer('c', 'x 0-10').annotations,
    100,
  );

  test('scores a layer, all labels and each', () => {
    expect(score.parse(scored)).toEqual(scored);
    expect(scored.all).toMatchObject({ precision: 0.5, recall: 1, mine: 2, consensus: 1 });
    expect(scored.labels.map(({ label, f1Characters }) => [label, f1Characters])).toEqual([
      ['x', 1],
      ['y', 0],
    ]);
  });

  test.each([
    [null, true],
    [0, true],
    [2 / 3, true],
    [0.67, false],
  ])('with a pass mark of %s it passes: %s', (annotation, expected) => {
    expect(passes(scored, annotation)).toBe(expected);
  });
});
