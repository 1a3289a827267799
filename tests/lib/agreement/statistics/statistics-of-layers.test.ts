import { expect, test, describe, it } from '@jest/globals';
import { annotatorLayers, someStatistics } from '@/tests/builders/some-statistics';
import {
  aloneFields,
  disagreementFields,
  sharedFields,
} from '@/lib/agreement/statistics/article-statistics';
import { statisticsOfLayers, clustersOf } from '@/lib/agreement/statistics/statistics-of-layers';

test('stretches of one label that overlap are one thing, those that touch are two', () => {
  const layers = annotatorLayers({
    ada: ['x 0-10', 'x 30-40', 'x 50-55', 'y 2-3'],
    ben: ['x 8-20', 'x 40-45'],
    cleo: ['x 18-30'],
  });
  expect(clustersOf(layers, ['', 'x', 'y'])).toEqual([
    [1, '111', 1],
    [1, '100', 2],
    [1, '010', 1],
    [2, '100', 1],
  ]);
});

const statistics = someStatistics({
  ada: ['x 0-10', 'x 8-12', 'y 20-30', 'x 40-44+46-50'],
  ben: ['x 0-10', 'y 20-25'],
  cleo: [],
});

const aloneOf = (label: string, annotator: number) => {
  const width = aloneFields.length;
  const at = (statistics.labels.indexOf(label) * 3 + annotator) * width;
  return Object.fromEntries(
    aloneFields.map((field, place) => [field, statistics.alone[at + place]]),
  );
};

const sharedOf = (label: string, pair: number) => {
  const width = sharedFields.length;
  const at = (statistics.labels.indexOf(label) * 3 + pair) * width;
  return Object.fromEntries(
    sharedFields.map((field, place) => [field, statistics.shared[at + place]]),
  );
};

const partingsOf = (pair: number) =>
  Object.fromEntries(
    disagreementFields.flatMap((field, place) => {
      const count = statistics.disagreements[pair * disagreementFields.length + place];
      return count === 0 ? [] : [[field, count]];
    }),
  );

describe('the statistics of an article', () => {
  it('count each segment as a stretch, and make those that overlap one', () => {
    expect(statistics.labels).toEqual(['', 'x', 'y']);
    expect(aloneOf('x', 0)).toEqual({ units: 4, merged: 3, marked: 20, squares: 144 + 16 + 16 });
    expect(aloneOf('', 0)).toEqual({
      units: 5,
      merged: 4,
      marked: 30,
      squares: 144 + 16 + 16 + 100,
    });
    expect(aloneOf('x', 2)).toEqual({ units: 0, merged: 0, marked: 0, squares: 0 });
  });

  it('say what two share', () => {
    expect(sharedOf('x', 0)).toEqual({ together: 10, exact: 1, partialA: 10 / 12, partialB: 1 });
    expect(sharedOf('y', 0)).toEqual({ together: 5, exact: 0, partialA: 0.5, partialB: 1 });
    expect(sharedOf('x', 1)).toEqual({ together: 0, exact: 0, partialA: 0, partialB: 0 });
  });

  it('count how two differ', () => {
    expect(partingsOf(0)).toEqual({ same: 1, differing: 3, missing: 2, boundary: 1 });
    expect(partingsOf(1)).toEqual({ differing: 4, missing: 4 });
    expect(partingsOf(2)).toEqual({ differing: 2, missing: 2 });
  });

  it('store the versions, the most divided passages first', () => {
    expect(statistics.divided[0]).toEqual({ start: 20, end: 30, versions: [0, 1, -1] });
    expect(statistics.divided).toHaveLength(4);
    expect(statistics.clusters).toEqual([
      [1, '110', 1],
      [1, '100', 2],
      [2, '110', 1],
    ]);
  });

  it('of nobody are empty', () => {
    expect(statisticsOfLayers([], { length: 5, readAt: '' })).toMatchObject({
      labels: [''],
      alone: [],
      shared: [],
      divided: [],
    });
  });
});
