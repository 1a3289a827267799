import { expect, test } from '@jest/globals';
import { articleFigures } from '@/lib/agreement/panel/article-figures';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

test('says how far readings of one article agree', () => {
  const { figures, labels } = articleFigures(
    [aComparedLayer('a', 'x 0-10', 'y 20-30'), aComparedLayer('b', 'x 0-10', 'y 20-25')],
    100,
  );
  expect(figures.map(({ measure }) => measure)).toEqual([
    'u_alpha_pooled',
    'u_alpha_binary',
    'f1_partial',
    'f1_exact',
  ]);
  expect(figures[3]).toEqual({
    measure: 'f1_exact',
    value: 0.5,
    reason: null,
    n: 4,
    coders: 2,
    prevalence: 35 / 200,
  });
  expect(labels.map(({ label, value }) => [label, value === 1])).toEqual([
    ['x', true],
    ['y', false],
  ]);
});

test('one reading agrees with nobody', () => {
  expect(articleFigures([aComparedLayer('a', 'x 0-10')], 100)).toEqual({ figures: [], labels: [] });
});
