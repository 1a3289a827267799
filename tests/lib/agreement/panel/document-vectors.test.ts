import { expect, test } from '@jest/globals';
import { sumVectors } from '@/lib/agreement/panel/document-vectors';
import { vectorsOf } from '@/lib/agreement/panel/vectors-of';
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
