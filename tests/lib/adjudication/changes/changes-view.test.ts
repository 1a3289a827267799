import { expect, test } from '@jest/globals';
import { changesQuery, whoseQuery } from '@/lib/adjudication/changes/changes-view';

test('defaults to the viewer’s own layers, a hundred articles at once', () => {
  expect(changesQuery.parse({})).toEqual({ limit: 100 });
  expect(whoseQuery.parse({})).toEqual({});
});

test.each([{ user: 'me' }, { limit: 'all' }])('refuses %j', (query) => {
  expect(changesQuery.safeParse(query).success).toBe(false);
});
