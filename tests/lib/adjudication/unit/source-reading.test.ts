import { expect, test } from '@jest/globals';
import { sourceMarks } from '@/lib/adjudication/unit/source-reading';
import { aSource } from '@/tests/builders/sources';

test('finds a mark again with all that it says', () => {
  const reading = aSource('a', ['loaded 0-5'], { note: 'So' });
  const sourceOf = sourceMarks([reading]);
  expect(sourceOf({ id: 'a1', label: '', segments: [] })).toBe(reading.marks[0]);
  expect(() => sourceOf({ id: 'b1', label: '', segments: [] })).toThrow(RangeError);
});
