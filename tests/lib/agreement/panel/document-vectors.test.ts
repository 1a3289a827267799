import { expect, test } from '@jest/globals';
import { sumVectors, vectorsOf } from '@/lib/agreement/panel/document-vectors';
import { selectedFrom } from '@/tests/builders/some-statistics';

const vectors = vectorsOf(
  selectedFrom({ ada: ['x 0-10'], ben: ['x 0-5'] }, { ada: ['y 0-10'], ben: ['y 0-10'] }),
);

test('documents add up, each as often as it is drawn', () => {
  const once = sumVectors(vectors);
  expect(once.volume).toBe(400);
  expect([...once.labels]).toEqual([35, 30, 325, 4, 15, 10, 125, 2, 20, 20, 200, 2]);
  const drawn = sumVectors(vectors, Int32Array.of(0, 2));
  expect(drawn.volume).toBe(400);
  expect([...drawn.labels]).toEqual([40, 40, 400, 4, 0, 0, 0, 0, 40, 40, 400, 4]);
  expect([...drawn.pairs]).toEqual([2, 2, 2, 2, 2, 2, 2]);
});

const selected = selectedFrom(
  { ada: ['x 0-10', 'y 20-30'], ben: ['x 0-5', 'y 20-30'] },
  { ben: ['x 0-10'], ada: ['x 4-8'], cleo: [] },
);

test('labels and pairs have places, whichever order an article has them in', () => {
  const vectors = vectorsOf(selected);
  expect(vectors).toMatchObject({
    labels: ['', 'x', 'y'],
    coders: ['ada', 'ben', 'cleo'],
    pairs: [
      [0, 1],
      [1, 2],
      [0, 2],
    ],
  });
  expect([...vectors.volume]).toEqual([200, 300]);
  expect([...vectors.label]).toEqual([0, 1, 2, 0, 1]);
  expect([...vectors.labelValues.subarray(4, 8)]).toEqual([15, 10, 125, 2]);
  expect([...vectors.labelValues.subarray(16)]).toEqual([14, 4, 116, 2]);
  expect([...vectors.pair]).toEqual([0, 0, 1, 2]);
  expect([...vectors.pairValues.subarray(0, 7)]).toEqual([1, 2, 2, 1.5, 2, 2, 2]);
  expect([...vectors.pairValues.subarray(7, 14)]).toEqual([0, 1, 1, 1, 0.4, 1, 1]);
});

test('pairs are counted for one label alone where requested', () => {
  expect([...vectorsOf(selected, 'y').pairValues.subarray(0, 14)]).toEqual([
    1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0,
  ]);
});
