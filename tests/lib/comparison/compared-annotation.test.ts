import { expect, test } from '@jest/globals';
import { hullOf, inTextOrder, overlapOf, sizeOf } from '@/lib/comparison/compared-annotation';
import type { ComparedAnnotation } from '@/lib/comparison/compared-annotation';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const annotation = (written: string): ComparedAnnotation =>
  aComparedLayer('a', written).annotations[0] as ComparedAnnotation;

test.each([
  ['x 0-5', 'x 5-9', 0],
  ['x 0-5', 'x 3-9', 2],
  ['x 0-9', 'x 3-5', 2],
  ['x 0-2+4-6', 'x 1-5', 2],
  ['x 0-2+4-6+8-10', 'x 2-4+5-9', 2],
  ['x 0-10', 'x 1-2+3-4+9-12', 3],
])('%s and %s share %d', (one, other, shared) => {
  expect(overlapOf(annotation(one), annotation(other))).toBe(shared);
  expect(overlapOf(annotation(other), annotation(one))).toBe(shared);
});

test('a mark of several segments covers what they cover, and reaches around what they leave out', () => {
  expect(sizeOf(annotation('x 0-2+4-6'))).toBe(4);
  expect(hullOf(annotation('x 0-2+4-6'))).toEqual({ start: 0, end: 6 });
});

test('marks sort by place, then label, then id', () => {
  const { annotations } = aComparedLayer('a', 'y 1-4', 'x 1-4', 'x 1-3', 'z 0-9', 'x 1-4');
  expect(annotations.toSorted(inTextOrder).map(({ id }) => id)).toEqual([
    'a4',
    'a3',
    'a2',
    'a5',
    'a1',
  ]);
});
