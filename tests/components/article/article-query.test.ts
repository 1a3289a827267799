import { expect, test } from '@jest/globals';
import { articleQueryOf, articleParams, isNarrowed } from '@/components/article/article-query';

test.each([
  [{}, {}],
  [
    { sort: 'newest', work: 'todo', archived: 'true', q: 'x', shown: '300' },
    { sort: 'newest', work: 'todo', archived: 'true', q: 'x' },
  ],
  [{ sort: 'price', work: 'all', archived: 'yes' }, {}],
])('of %j there stays %j', (query, expected) => {
  const given = Object.entries(articleParams(articleQueryOf(query))).filter(([, value]) => value);
  expect(Object.fromEntries(given)).toEqual(expected);
});

test('order does not narrow a list; text and work do', () => {
  expect(isNarrowed(articleQueryOf({ sort: 'newest', archived: 'true' }))).toBe(false);
  expect(isNarrowed(articleQueryOf({ q: 'x' }))).toBe(true);
  expect(isNarrowed(articleQueryOf({ work: 'done' }))).toBe(true);
});
