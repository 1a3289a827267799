import { expect, test } from '@jest/globals';
import { annotationsAddress, annotationsQueryOf } from '@/components/workbench/annotations-query';

test('an address says again what it was made of', () => {
  const address = annotationsAddress('fog', 'consensus', { start: 12, end: 20 });
  const { pathname, searchParams } = new URL(address, 'http://parallax.example');
  expect(pathname).toBe('/articles/fog/annotations');
  expect(annotationsQueryOf(Object.fromEntries(searchParams))).toEqual({
    layer: 'consensus',
    at: { start: 12, end: 20 },
  });
});

test.each([
  {},
  { at: '12' },
  { at: 'a-b' },
  { at: ['1-2', '3-4'] },
  { at: '-1-2' },
  { layer: ['one', 'two'] },
])('what cannot be is as if it were not said: %j', (asked) => {
  expect(annotationsQueryOf(asked)).toEqual({ layer: null, at: null });
});
