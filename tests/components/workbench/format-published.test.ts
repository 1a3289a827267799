import { formatPublished } from '@/components/workbench/format-published';

test.each([
  ['2026', '2026'],
  ['2026-11', 'November 2026'],
  ['2026-11-18', '18 November 2026'],
  ['0999-01-02', '2 January 999'],
  ['last week', 'last week'],
])('%s is read as %s', (publishedAt, words) => {
  expect(formatPublished(publishedAt)).toBe(words);
});
