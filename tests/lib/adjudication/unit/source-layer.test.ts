import { expect, test } from '@jest/globals';
import { sourceAnnotationLookup } from '@/lib/adjudication/unit/source-layer';
import { aSource } from '@/tests/builders/sources';

test('finds a mark again with all that it says', () => {
  const layer = aSource('a', ['loaded 0-5'], { note: 'So' });
  const sourceOf = sourceAnnotationLookup([layer]);
  expect(sourceOf({ id: 'a1', label: '', segments: [] })).toBe(layer.annotations[0]);
  expect(() => sourceOf({ id: 'b1', label: '', segments: [] })).toThrow(RangeError);
});
