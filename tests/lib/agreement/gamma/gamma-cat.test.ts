import { describe, expect, test } from '@jest/globals';
import {
  catDisorder,
  catDisorderFigure,
  catVariants,
  gammaCat,
} from '@/lib/agreement/gamma/gamma-cat';
import { plainDissimilarity } from '@/lib/agreement/gamma/dissimilarity';
import { annotatedCases } from '@/tests/builders/annotated-cases';

const checks = annotatedCases('gamma-cat-').flatMap(({ id, input, checks: all }) =>
  all.map((check) => {
    const { category, variant } = check.params;
    return [id, category ?? 'all', variant, input, check] as const;
  }),
);

describe('the disorder of labels in the reference cases', () => {
  test('is all there', () => expect(checks).toHaveLength(34));

  test.each(checks)('%s, %s, %s', (_id, _category, variant, { tuples = [] }, check) => {
    const { params, expected, tolerance } = check;
    const found = tuples.flat().flatMap((unit) => (unit === null ? [] : [unit[2]]));
    const labels = (params.categories as string[] | undefined) ?? [...new Set(found)].toSorted();
    const alignment = tuples.map((tuple) =>
      tuple.map((unit, annotator) => {
        if (unit === null) return null;
        const [begin, end, label] = unit;
        return { annotator, begin, end, label: labels.indexOf(label) };
      }),
    );
    const by = {
      positional: Number(params.alpha),
      categorical: Number(params.beta),
      empty: Number(params.deltaEmpty),
      labels: params.categoricalMatrix as number[][] | undefined,
    };
    const label =
      params.category === undefined ? undefined : labels.indexOf(params.category as string);
    const { value } = catDisorderFigure(
      catDisorder(
        alignment,
        by,
        label,
        catVariants.find((one) => one === variant),
      ),
    );
    if (expected === null || value === null) expect(value).toBe(expected);
    else expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance);
  });
});

test.each([
  ['nothing aligned', { sum: 0, weight: 0 }, [{ sum: 1, weight: 1 }], null],
  ['no label differs', { sum: 0, weight: 3 }, [{ sum: 1, weight: 2 }], 1],
  [
    'as by chance',
    { sum: 1, weight: 2 },
    [
      { sum: 1, weight: 1 },
      { sum: 0, weight: 2 },
    ],
    0,
  ],
  [
    'samples without pairs are left out',
    { sum: 1, weight: 4 },
    [
      { sum: 1, weight: 2 },
      { sum: 0, weight: 0 },
    ],
    0.5,
  ],
  ['nothing differs by chance', { sum: 0, weight: 2 }, [{ sum: 0, weight: 2 }], null],
  ['no pair by chance', { sum: 0, weight: 2 }, [{ sum: 0, weight: 0 }], null],
])('γcat: %s', (_, observed, chance, expected) => {
  const figure = gammaCat(observed, chance);
  expect(figure.value).toBe(expected);
  if (expected === null) expect(figure.reason).toMatch(/aligned/);
});

test('no two units aligned is no disorder, in words', () => {
  const lone = [[{ annotator: 0, begin: 0, end: 3, label: 0 }, null]];
  expect(catDisorderFigure(catDisorder(lone, plainDissimilarity))).toEqual({
    value: null,
    reason: 'no aligned units count here',
  });
});
