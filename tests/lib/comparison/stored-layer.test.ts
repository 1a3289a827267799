import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { comparedLayer } from '@/lib/comparison/stored-layer';

const layer = {
  layerId: v7(),
  kind: 'consensus',
  author: 'Consensus',
  authorId: null,
  state: 'submitted',
  annotationCount: 0,
};

test('a layer in a comparison needs no author, and a count that is none is refused', () => {
  expect(comparedLayer.parse(layer)).toEqual(layer);
  expect(comparedLayer.safeParse({ ...layer, annotationCount: -1 }).success).toBe(false);
  expect(comparedLayer.safeParse({ ...layer, kind: 'reading' }).success).toBe(false);
});
