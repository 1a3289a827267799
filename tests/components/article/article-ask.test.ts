import { expect, test } from '@jest/globals';
import { articleAskOf, articleKeep, isNarrowed } from '@/components/article/article-ask';

test.each([
  [{}, {}],
  [
    { sort: 'newest', work: 'todo', archived: 'true', q: 'x', shown: '300' },
    { sort: 'newest', work: 'todo', archived: 'true', q: 'x' },
  ],
  [{ sort: 'price', work: 'all', archived: 'yes' }, {}],
])('of %j there stays %j', (query, kept) => {
  const said = Object.entries(articleKeep(articleAskOf(query))).filter(([, value]) => value);
  expect(Object.fromEntries(said)).toEqual(kept);
});

test('order does not narrow a list; text and work do', () => {
  expect(isNarrowed(articleAskOf({ sort: 'newest', archived: 'true' }))).toBe(false);
  expect(isNarrowed(articleAskOf({ q: 'x' }))).toBe(true);
  expect(isNarrowed(articleAskOf({ work: 'done' }))).toBe(true);
});
