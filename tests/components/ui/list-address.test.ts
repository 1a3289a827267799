import { expect, test } from '@jest/globals';
import { listAddress, listQueryOf, moreOf } from '@/components/ui/list-address';

test.each([
  [{}, { q: '', shown: 100, from: undefined }],
  [
    { q: ' Quay ', shown: '300', from: 'abc' },
    { q: 'Quay', shown: 300, from: 'abc' },
  ],
  [
    { q: 'a\u0000b', shown: '-1' },
    { q: '', shown: 100, from: undefined },
  ],
  [
    { q: 'x'.repeat(201), shown: '9999' },
    { q: '', shown: 500, from: undefined },
  ],
  [
    { q: ['a', 'b'], shown: '3', from: '' },
    { q: '', shown: 100, from: undefined },
  ],
])('%j is read as %j', (query, expected) => {
  expect(listQueryOf(query)).toEqual(expected);
});

test('an address says only what differs from the usual, and says it safely', () => {
  expect(listAddress('/p', { q: '', from: undefined })).toBe('/p');
  expect(listAddress('/p', { q: 'a&b=c', from: undefined })).toBe('/p?q=a%26b%3Dc');
});

test('more rows until the page is full, then the next page', () => {
  expect(moreOf({ shown: 100, from: 'here' }, 'next')).toEqual({ shown: '200', from: 'here' });
  expect(moreOf({ shown: 450, from: undefined }, 'next')).toEqual({
    shown: '500',
    from: undefined,
  });
  expect(moreOf({ shown: 500, from: 'here' }, 'next')).toEqual({ from: 'next' });
});
