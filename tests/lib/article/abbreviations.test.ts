import { expect, test } from '@jest/globals';
import { abbreviation, opensSentence } from '@/lib/article/abbreviations';

test.each([
  ['Mr.', 'en', 'inside'],
  ['Gen.', 'en-GB', 'inside'],
  ['Dr.', 'xx', 'inside'],
  ['Mr.', '', 'inside'],
  ['e.g.', 'en', 'inside'],
  ['bzw.', 'de', 'inside'],
  ['bzw.', 'en', null],
  ['U.S.', 'en', 'either'],
  ['p.m.', 'en', 'either'],
  ['Inc.', 'en', 'either'],
  ['N.A.T.O.', 'fr', 'either'],
  ['house.', 'en', null],
])('%s in %j goes on: %s', (word, language, expected) => {
  expect(abbreviation(word, language)).toBe(expected);
});

test('knows words that open sentences', () => {
  expect(opensSentence('He', 'en')).toBe(true);
  expect(opensSentence('Senate', 'en')).toBe(false);
  expect(opensSentence('He', '')).toBe(true);
  expect(opensSentence('He', 'de')).toBe(false);
});
