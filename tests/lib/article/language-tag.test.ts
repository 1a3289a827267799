import { expect, test } from '@jest/globals';
import { canonicalLanguage } from '@/lib/article/language-tag';

test.each([
  ['EN-gb', 'en-GB'],
  ['zh-hant', 'zh-Hant'],
  ['english please', null],
  ['', null],
])('writes the tag %j as %j', (tag, canonical) => {
  expect(canonicalLanguage(tag)).toBe(canonical);
});
