import { expect, test } from '@jest/globals';
import { changesAddress, countsMessage } from '@/components/workbench/outcome-messages';

const none = { unchanged: 0, changed: 0, rejected: 0, missed: 0, waiting: 0 };

test.each([
  [none, 'Neither marks anything'],
  [{ ...none, unchanged: 1200, rejected: 1 }, '1,200 unchanged, 1 rejected'],
])('%j reads %s', (counts, message) => {
  expect(countsMessage(counts)).toBe(message);
});

test('one’s own page has no name in its address', () => {
  expect(changesAddress('a')).toBe('/articles/a/changes');
  expect(changesAddress('a', 'u')).toBe('/articles/a/changes?user=u');
});
