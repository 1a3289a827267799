import { expect, test } from '@jest/globals';
import type { Presence } from '@/lib/annotation/live-message';
import { PresenceBook } from '@/server/live/presences';

const person = (pageId: string, at = 0): Presence => ({
  pageId,
  userId: 'ada',
  name: 'Ada',
  revisionId: 'revision',
  at,
  selection: [],
});

test('knows who is where, and from where they came', () => {
  const book = new PresenceBook();
  expect(book.note('one', person('a'), 0)).toBeNull();
  expect(book.note('one', person('a', 5), 1)).toBeNull();
  expect(book.at('one')).toEqual([person('a', 5)]);
  expect(book.note('two', person('a'), 2)).toBe('one');
  expect(book.at('one')).toEqual([]);
  expect(book.leave('a')).toBe('two');
  expect(book.leave('a')).toBeNull();
  expect(book.at('two')).toEqual([]);
});

test('forgets who has been silent', () => {
  const book = new PresenceBook();
  book.note('one', person('a'), 0);
  book.note('one', person('b'), 30_000);
  expect(book.forgetSilent(40_000)).toEqual([]);
  expect(book.forgetSilent(40_001)).toEqual([{ articleId: 'one', pageId: 'a' }]);
  expect(book.at('one').map(({ pageId }) => pageId)).toEqual(['b']);
});
