import { expect, test } from '@jest/globals';
import { isCompounding, isOneWord } from '@/lib/article/cleanup/hyphen-words';

test.each(['so', 'anti', 'non', 'well', 'self', 'ex', 'co'])('%s- begins compounds', (word) => {
  expect(isCompounding(word)).toBe(true);
});

test.each([
  ['inter', 'national'],
  ['govern', 'ment'],
  ['minis', 'ters'],
  ['photo', 'graph'],
  ['some', 'thing'],
  ['news', 'papers'],
])('%s-%s is one word', (left, right) => {
  expect(isOneWord(left, right)).toBe(true);
});

test.each([
  ['fish', 'market'],
  ['follow', 'up'],
  ['mother', 'tongue'],
])('%s-%s may be two', (left, right) => {
  expect(isOneWord(left, right)).toBe(false);
});
