import { describe, expect, it, test } from '@jest/globals';
import {
  figuresOf,
  panelInputOf,
  pairsIn,
  subsetsBy,
  articleFigures,
} from '@/lib/agreement/panel/panel-of';
import { selectedFrom } from '@/tests/builders/some-statistics';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const selected = selectedFrom(
  { ada: ['x 0-10', 'y 20-30'], ben: ['x 0-10', 'y 20-30'] },
  { ada: ['x 0-10'], ben: ['y 0-10'], cleo: [] },
);

describe('a panel', () => {
  it('gives its figures with what they are calculated from', () => {
    const { figures, labels } = figuresOf(panelInputOf(selected), []);
    expect(figures.map(({ measure }) => measure)).toEqual([
      'u_alpha_pooled',
      'u_alpha_binary',
      'f1_partial',
      'f1_exact',
    ]);
    expect(figures[0]).toMatchObject({
      n: 6,
      articles: 2,
      coders: 3,
      prevalence: 60 / 500,
      interval: null,
    });
    expect(labels.map(({ label, n, articles }) => [label, n, articles])).toEqual([
      ['x', 3, 2],
      ['y', 3, 2],
    ]);
  });

  it('of one label is about that label alone', () => {
    const input = panelInputOf(selected, 'x');
    const { figures, labels } = figuresOf(input, []);
    expect(labels.map(({ label }) => label)).toEqual(['x']);
    expect(figures[0]?.value).toBe(labels[0]?.value);
    expect(figures[1]?.value).toBe(labels[0]?.value);
    expect(figures[0]).toMatchObject({ n: 3, prevalence: 30 / 500 });
    expect(pairsIn(input).pairs[0]).toMatchObject({
      one: 'ada',
      other: 'ben',
      n: 3,
      f1Exact: { value: 2 / 3 },
    });
  });

  it('of a label that nobody used is not defined', () => {
    const { figures, labels } = figuresOf(panelInputOf(selected, 'z'), []);
    expect(figures.every(({ value, reason }) => value === null && reason !== null)).toBe(true);
    expect(labels).toMatchObject([{ label: 'z', n: 0, value: null }]);
  });

  it('has every pair, and the disagreements of all', () => {
    const { pairs, disagreements } = pairsIn(panelInputOf(selected));
    expect(pairs.map(({ one, other, articles }) => [one, other, articles])).toEqual([
      ['ada', 'ben', 2],
      ['ada', 'cleo', 1],
      ['ben', 'cleo', 1],
    ]);
    expect(disagreements).toEqual({
      same: 2,
      differing: 3,
      missing: 2,
      boundary: 0,
      label: 1,
      nesting: 0,
      fragmentation: 0,
    });
  });

  it('has groups of articles as if they were all', () => {
    const parts = subsetsBy(panelInputOf(selected), (at) => (at === 0 ? 'first' : 'second'));
    expect(parts).toMatchObject([
      {
        key: 'first',
        subset: { articles: 1, n: 4, uAlphaPooled: { value: 1 }, f1Exact: { value: 1 } },
      },
      { key: 'second', subset: { articles: 1, n: 2, f1Exact: { value: 0 } } },
    ]);
  });
});

test('has the agreement of one article’s layers', () => {
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

test('one layer has no agreement', () => {
  expect(articleFigures([aComparedLayer('a', 'x 0-10')], 100)).toEqual({ figures: [], labels: [] });
});
